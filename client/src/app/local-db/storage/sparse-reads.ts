import type { DexieStorageInternals } from 'rxdb';

type Table = Awaited<DexieStorageInternals>['dexieTable'];

/** From so many keys on, asking which of them are there is cheaper than asking for each. */
const MANY = 50;

/**
 * Makes reading many documents cheap when most of them are not there. RxDB looks up each pulled document three times
 * before it writes it; at a first synchronisation none of them is there, and thousands of single requests say so. One
 * request for the keys in between answers the same.
 */
export function readSparsely(table: Table): void {
  const readAll = table.bulkGet.bind(table) as (keys: string[]) => PromiseLike<unknown[]>;
  const presentOf = (keys: readonly string[]): PromiseLike<Set<string>> => {
    const [low, high] = boundsOf(keys);
    // Dexie's own promises: those of the language would leave the transaction.
    const present = table.where(':id').between(low, high, true, true).primaryKeys() as PromiseLike<string[]>;
    return present.then((found) => new Set(found));
  };
  const read = (keys: string[]): PromiseLike<unknown[]> => {
    if (keys.length < MANY) return readAll(keys);
    return presentOf(keys).then((present) => {
      const wanted = keys.filter((key) => present.has(key));
      if (wanted.length === 0) return keys.map(() => undefined);
      return readAll(wanted).then((documents) => {
        const found = new Map(wanted.map((key, index) => [key, documents[index]]));
        return keys.map((key) => found.get(key));
      });
    });
  };
  table.bulkGet = read as Table['bulkGet'];
}

/** First and last of some keys, in the order of IndexedDB, which is that of JavaScript. */
function boundsOf(keys: readonly string[]): [string, string] {
  let [low = '', high = ''] = [keys[0], keys[0]];
  for (const key of keys) {
    if (key < low) low = key;
    if (key > high) high = key;
  }
  return [low, high];
}
