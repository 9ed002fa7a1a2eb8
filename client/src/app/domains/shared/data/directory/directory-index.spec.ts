import { anEntry } from '../testing/an-entry.ts';
import type { DirectoryEntry } from './directory-entry.ts';
import { DirectoryIndex } from './directory-index.ts';

function item(id: string, nomClient: string): DirectoryEntry {
  return anEntry({ id, nomClient });
}

const garage = item('000961', 'Garage de l’Étoile');
const ferme = item('003782', 'EARL du Bœuf');
const dupont = item('004881', 'Dupont & Fils');
const durand = item('014881', 'durand (agri)');

const index = DirectoryIndex.empty.changed([garage, ferme, dupont, durand], []);

function found(query: string): string[] {
  return index.search(query).map(({ id }) => id);
}

describe('DirectoryIndex', () => {
  it('lists clients by name as French readers expect it', () => {
    const names = ['Zoé', 'etable', 'Étoile', 'ETIENNE', 'Garage 10', 'Garage 9'].map((name, i) =>
      item(String(i), name),
    );
    const { items } = DirectoryIndex.empty.changed(names, []);
    expect(items.map(({ nomClient }) => nomClient)).toEqual([
      'etable',
      'ETIENNE',
      'Étoile',
      'Garage 9',
      'Garage 10',
      'Zoé',
    ]);
  });

  it.each([
    ['', ['004881', '014881', '003782', '000961']],
    ['etoile', ['000961']],
    ['ÉTOILE gar', ['000961']],
    ["l'étoile", ['000961']],
    ['boeuf', ['003782']],
    ['4881', ['004881', '014881']],
    ['du*', ['004881', '014881', '003782']],
    ['du?ont', ['004881']],
    ['(agri)', ['014881']],
    ['xyz', []],
  ])('finds %j', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it('finds the same letter by letter as at once', () => {
    for (const query of ['dupont fils', 'du*t', 'd?', 'gar étoile', 'du 4']) {
      const typed = DirectoryIndex.ofSorted(index.items);
      for (let length = 1; length <= query.length; length += 1) {
        const part = query.slice(0, length);
        expect(typed.search(part)).toEqual(DirectoryIndex.ofSorted(index.items).search(part));
      }
    }
  });

  it('follows changes and removals', () => {
    const renamed = { ...dupont, nomClient: 'Zeller' };
    const next = index.changed([renamed, item('1', 'Abel')], [ferme.id]);
    expect(next.items.map(({ nomClient }) => nomClient)).toEqual([
      'Abel',
      'durand (agri)',
      'Garage de l’Étoile',
      'Zeller',
    ]);
    expect(next.search('dupont')).toEqual([]);
    expect(index.size).toBe(4);
  });

  it('keeps one line per client, the last one told', () => {
    const next = index.changed([item('1', 'A'), item('1', 'B')], []);
    expect(next.search('1').filter(({ id }) => id === '1')).toEqual([item('1', 'B')]);
  });

  it('stays sorted whatever comes in whatever order', () => {
    const all = Array.from({ length: 300 }, (_, i) => item(String(i), `Client ${String((i * 7919) % 300)}`));
    const atOnce = DirectoryIndex.empty.changed(all, []).items;
    let next = DirectoryIndex.empty;
    for (let from = 0; from < all.length; from += 7) next = next.changed(all.slice(from, from + 7), []);
    expect(next.items).toEqual(atOnce);
  });

  it('is prepared piece by piece', () => {
    const all = Array.from({ length: 1000 }, (_, i) => item(String(i), `Client ${String(i)}`));
    const fresh = DirectoryIndex.ofSorted(all);
    let pieces = 0;
    while (!fresh.prepare(0)) pieces += 1;
    expect(pieces).toBeGreaterThan(5);
  });
});
