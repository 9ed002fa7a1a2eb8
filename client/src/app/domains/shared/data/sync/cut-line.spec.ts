import { HubError } from '../hub/hub-error.ts';
import { CutLine } from './cut-line.ts';

const cut = new HubError('unreachable', 'ANSWER_CUT', 'Unexpected end.');
const fault = new HubError('fault', 'INTERNAL', 'Non.');

describe('CutLine', () => {
  it('tells of the third cut in a row of a collection', () => {
    const line = new CutLine();
    expect([1, 2, 3, 4].map(() => line.note('client', cut))).toEqual([false, false, true, true]);
    expect(line.note('visit', cut)).toBe(false);
  });

  it.each([
    ['an answer that arrives', (line: CutLine) => line.note('client', null)],
    ['an error of the hub', (line: CutLine) => line.note('client', fault)],
    [
      'a hub that is away',
      (line: CutLine) => {
        line.forget();
      },
    ],
  ])('counts anew after %s', (_what, happens) => {
    const line = new CutLine();
    line.note('client', cut);
    line.note('client', cut);
    happens(line);
    expect(line.note('client', cut)).toBe(false);
  });
});
