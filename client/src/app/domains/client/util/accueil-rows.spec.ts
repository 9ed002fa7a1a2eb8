import {
  type AccueilSource,
  arrangeRows,
  followUpRows,
  lastVisitRows,
  parseOrder,
  writeOrder,
} from './accueil-rows.ts';

const TODAY = '2026-11-24';

function entry(id: string, change: Partial<AccueilSource> = {}): AccueilSource {
  return {
    id,
    nomClient: `Client ${id}`,
    villeFac: null,
    cAgence: 'A01',
    lastVisit: null,
    followUp: null,
    ...change,
  };
}

const shown = (rows: readonly { id: string; days: number | null }[]) =>
  rows.map(({ id, days }) => [id, days]);

describe('followUpRows', () => {
  it('shows the most overdue first, and nobody without a date', () => {
    const rows = followUpRows(
      [
        entry('1', { followUp: '2026-11-27' }),
        entry('2', { followUp: '2026-11-03' }),
        entry('3'),
        entry('4', { followUp: TODAY }),
      ],
      TODAY,
    );
    expect(shown(rows)).toEqual([
      ['2', -21],
      ['4', 0],
      ['1', 3],
    ]);
  });

  it('leaves out a day that does not exist', () => {
    expect(followUpRows([entry('1', { followUp: '2026-02-30' })], TODAY)).toEqual([]);
  });
});

describe('lastVisitRows', () => {
  it('shows those never seen, then the longest unseen, and nobody seen lately', () => {
    const rows = lastVisitRows(
      [
        entry('1', { lastVisit: '2026-08-20' }),
        entry('2'),
        entry('3', { lastVisit: '2026-11-20' }),
        entry('4', { lastVisit: '2025-11-24' }),
      ],
      TODAY,
    );
    expect(shown(rows)).toEqual([
      ['2', null],
      ['4', 365],
      ['1', 96],
    ]);
  });
});

describe('arrangeRows', () => {
  const rows = followUpRows(
    [
      entry('10', { nomClient: 'Étable', followUp: '2026-11-30', cAgence: 'A02' }),
      entry('9', { nomClient: 'Zoé', followUp: '2026-11-25' }),
      entry('8', { nomClient: 'etable', followUp: '2026-11-26' }),
    ],
    TODAY,
  );
  const ids = (agency: string | null, text: string | null) =>
    arrangeRows(rows, { agency, order: parseOrder(text) }).map(({ id }) => id);

  it('keeps the order of the table when none is asked for', () => {
    expect(ids(null, null)).toEqual(['9', '8', '10']);
  });

  it('keeps the rows of an agency', () => {
    expect(ids('A01', null)).toEqual(['9', '8']);
    expect(ids('A07', null)).toEqual([]);
  });

  it.each([
    ['code', ['8', '9', '10']],
    ['-code', ['10', '9', '8']],
    ['nom', ['8', '10', '9']],
    ['-nom', ['9', '8', '10']],
    ['agence', ['9', '8', '10']],
    ['-jours', ['10', '8', '9']],
    ['taille', ['9', '8', '10']],
  ])('sorts by %s', (text, expected) => {
    expect(ids(null, text)).toEqual(expected);
  });
});

describe('the order in the address', () => {
  it.each(['code', '-jours'])('%s is read as it was written', (text) => {
    expect(writeOrder(parseOrder(text)!)).toBe(text);
  });
});
