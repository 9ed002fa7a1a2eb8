import { anEntry } from '../testing/an-entry.ts';
import { DirectorySearch } from './directory-search.ts';
import { findTypos } from './typo-search.ts';

const search = new DirectorySearch([
  anEntry({ id: '000583', nomClient: 'GAEC DES PEUPLIERS', villeFac: 'HAZEBROUCK', tel1: '03.53.01.70.12' }),
  anEntry({ id: '000961', nomClient: 'Garage de l’Étoile', villeFac: 'LENS', tel2: '+33 6 39 98 45 03' }),
  anEntry({ id: '001213', nomClient: 'MOULIN DU GARAGE', villeFac: 'ARRAS', cAttention: 'Thérèse Bécu' }),
  anEntry({ id: '002018', nomClient: 'TAXIS BONNET', contactDivers2: '863 794 020 00036' }),
]);

function found(query: string): string[] {
  return search.find(query, findTypos).entries.map(({ id }) => id);
}

describe('DirectorySearch', () => {
  it.each([
    ['by code', '961', ['000961']],
    ['by name, those that begin so first', 'garage', ['000961', '001213']],
    ['without accents and case', 'ÉTOILE', ['000961']],
    ['by town', 'hazebrouck', ['000583']],
    ['by contact', 'becu', ['001213']],
    ['by a piece with wildcards', 'gar*e', ['000961', '001213']],
    ['by SIRET', '86379402000036', ['002018']],
    ['by SIRET in groups', '863 794 020', ['002018']],
    ['by nothing', '  ', []],
  ])('finds %s', (_, query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it.each(['03 53 01 70 12', '0353017012', '03.53.01.70', '+33 3 53 01 70 12', '0033353017012', '53-01-70'])(
    'finds a phone written %s',
    (query) => {
      expect(found(query)).toEqual(['000583']);
    },
  );

  it('finds a phone that winpneu has in another notation', () => {
    expect(found('06 39 98 45 03')).toEqual(['000961']);
  });

  it.each([
    ['hazbrouk', '000583', 'HAZEBROUCK'],
    ['bonmet', '002018', 'BONNET'],
    ['peuplirs', '000583', 'PEUPLIERS'],
    ['etiole', '000961', 'l’Étoile'],
  ])('forgives %s when nothing matches exactly', (query, id, instead) => {
    const hits = search.find(query, findTypos);
    expect([hits.entries[0]?.id, hits.instead]).toEqual([id, instead]);
  });

  it('says nothing of a typing error when the query is found as it stands', () => {
    expect(search.find('moulin', findTypos).instead).toBeNull();
  });

  it('finds nothing where nothing is alike', () => {
    expect(search.find('zzzzzz', findTypos)).toEqual({ entries: [], instead: null });
  });
});
