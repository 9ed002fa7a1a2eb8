import type { HistoryEntry } from '@tournee/graphql';
import { filterHistory, historyChoices, NO_HISTORY_FILTER } from './history-filter.ts';

function entry(num: number, change: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    num,
    origine: 'CRV',
    date: '2026-11-02',
    heure: '10:15',
    cUser: 'GA00',
    auteur: 'Isabelle Garnier',
    objet: 'Visite du 02/11/2026',
    commentaire: null,
    operation: null,
    answers: null,
    state: null,
    reason: null,
    ...change,
  };
}

const history = [
  entry(1, { commentaire: 'Relevé de parc' }),
  entry(2, { origine: 'FAC', objet: 'Facture', auteur: null, cUser: 'MB01', date: '2026-02-10' }),
  entry(3, { origine: 'LIT', auteur: null, cUser: null, date: null }),
];

function shown(change: Partial<typeof NO_HISTORY_FILTER>): (number | null)[] {
  return filterHistory(history, { ...NO_HISTORY_FILTER, ...change }, '2026-11-24').map(({ num }) => num);
}

describe('filterHistory', () => {
  it.each([
    [{}, [1, 2, 3]],
    [{ text: 'releve' }, [1]],
    [{ text: 'factur*' }, [2]],
    [{ text: 'mb01' }, [2]],
    [{ origin: 'LIT' }, [3]],
    [{ author: 'Isabelle Garnier' }, [1]],
    [{ months: 3 }, [1]],
    [{ months: 12 }, [1, 2]],
    [{ months: 12, origin: 'LIT' }, []],
  ])('with %j shows %j', (change, nums) => {
    expect(shown(change)).toEqual(nums);
  });
});

describe('historyChoices', () => {
  it('names what there is, once', () => {
    expect(historyChoices([...history, entry(4)])).toEqual({
      origins: ['CRV', 'FAC', 'LIT'],
      authors: ['Isabelle Garnier', 'MB01'],
    });
  });
});
