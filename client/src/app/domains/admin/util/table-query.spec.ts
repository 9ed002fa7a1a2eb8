import { changedQuery, nextSort, readTableQuery, tableParams, type TableSpec } from './table-query.ts';

const SPEC: TableSpec<'nom' | 'date'> = {
  sortKeys: ['nom', 'date'],
  sort: { key: 'nom', direction: 'asc' },
  filters: { role: ['admin', 'commercial'], utilisateur: [] },
};

function read(address: string) {
  const params = new URLSearchParams(address);
  return readTableQuery(SPEC, (name) => params.get(name));
}

describe('readTableQuery', () => {
  it('is as usual for an address that says nothing', () => {
    expect(read('')).toEqual({ text: '', filters: {}, sort: SPEC.sort, page: 1 });
  });

  it('reads text, filters, order and page', () => {
    expect(read('recherche=garnier&role=admin&utilisateur=7&tri=date&ordre=decroissant&page=3')).toEqual({
      text: 'garnier',
      filters: { role: 'admin', utilisateur: '7' },
      sort: { key: 'date', direction: 'desc' },
      page: 3,
    });
  });

  it.each(['page=0', 'page=-1', 'page=1e9', 'tri=__proto__', 'ordre=autre', 'role=roi', 'role='])(
    'takes %s as if it were not there',
    (address) => {
      expect(read(address)).toEqual(read(''));
    },
  );
});

describe('tableParams', () => {
  it('leaves out what is as usual', () => {
    expect(Object.values(tableParams(SPEC, read(''))).every((value) => value === null)).toBe(true);
  });

  it('writes what is read back', () => {
    const query = read('recherche=a%26b&role=admin&tri=date&ordre=decroissant&page=2');
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries(tableParams(SPEC, query))) {
      if (value !== null) params.set(name, value);
    }
    expect(read(params.toString())).toEqual(query);
  });
});

describe('changedQuery', () => {
  it('starts again at the first page, unless another page is what changes', () => {
    expect(changedQuery(read('page=4'), { text: 'x' })).toMatchObject({ page: 1, text: 'x' });
    expect(changedQuery(read('recherche=x'), { page: 5 })).toMatchObject({ page: 5, text: 'x' });
  });
});

describe('nextSort', () => {
  it('sorts by another column in its first order', () => {
    expect(nextSort(SPEC.sort, 'date', 'desc')).toEqual({ key: 'date', direction: 'desc' });
  });

  it('turns the order round on the same column', () => {
    expect(nextSort(SPEC.sort, 'nom', 'asc')).toEqual({ key: 'nom', direction: 'desc' });
    expect(nextSort({ key: 'nom', direction: 'desc' }, 'nom', 'asc').direction).toBe('asc');
  });
});
