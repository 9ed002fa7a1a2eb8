import { LISTED_KEYS, OddRowCollector } from './odd-rows.ts';

describe('OddRowCollector', () => {
  it('counts all rows of a kind and lists the first ones', () => {
    const odd = new OddRowCollector();
    for (let index = 0; index < LISTED_KEYS + 50; index += 1) odd.note('relationOddHour', String(index));
    odd.noteMany('relationWithoutClient', 1000, ['7', '8']);
    odd.noteMany('relationOfOtherEntity', 0, []);
    const [hours, lost, ...others] = odd.report();
    expect(hours).toMatchObject({ kind: 'relationOddHour', isPublished: true, count: LISTED_KEYS + 50 });
    expect(hours?.keys).toHaveLength(LISTED_KEYS);
    expect(lost).toEqual({
      kind: 'relationWithoutClient',
      isPublished: false,
      count: 1000,
      keys: ['7', '8'],
    });
    expect(others).toEqual([]);
  });
});
