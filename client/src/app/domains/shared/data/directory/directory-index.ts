import { fold, searchTest } from '@tournee/graphql';
import { byName, type DirectoryEntry } from './directory-entry.ts';

interface Entry {
  item: DirectoryEntry;
  /** What is searched: code and name, folded; null until it is needed or prepared. */
  folded: string | null;
}

const WILDCARD = /[*?]/;

/**
 * The clients in the order of the list, and their searchable texts. Never changed in place: `changed` answers the next
 * index, which shares what has stayed the same.
 */
export class DirectoryIndex {
  static readonly empty = new DirectoryIndex([]);

  readonly #entries: readonly Entry[];
  #items: readonly DirectoryEntry[] | null = null;
  #prepared = 0;
  #last: { query: string; entries: readonly Entry[] } | null = null;

  private constructor(entries: readonly Entry[]) {
    this.#entries = entries;
  }

  /** An index of clients that are in the order of the list already. */
  static ofSorted(items: readonly DirectoryEntry[]): DirectoryIndex {
    return new DirectoryIndex(items.map((item) => ({ item, folded: null })));
  }

  /** All clients, in the order of the list. */
  get items(): readonly DirectoryEntry[] {
    this.#items ??= this.#entries.map(({ item }) => item);
    return this.#items;
  }

  get size(): number {
    return this.#entries.length;
  }

  /** Prepares some more texts for searching, in the time given. Answers whether all are prepared. */
  prepare(milliseconds: number): boolean {
    const end = performance.now() + milliseconds;
    while (this.#prepared < this.#entries.length) {
      const batchEnd = Math.min(this.#prepared + 64, this.#entries.length);
      for (const entry of this.#entries.slice(this.#prepared, batchEnd)) foldedOf(entry);
      this.#prepared = batchEnd;
      if (performance.now() > end) break;
    }
    return this.#prepared >= this.#entries.length;
  }

  /** The clients that a query finds, by code or name. An empty query finds all. */
  search(query: string): readonly DirectoryEntry[] {
    const trimmed = query.trim();
    if (trimmed === '') return this.items;
    const test = searchTest(trimmed);
    const entries = this.#within(trimmed).filter((entry) => test(foldedOf(entry)));
    this.#last = { query: trimmed, entries };
    return entries.map(({ item }) => item);
  }

  /** The index with some clients added or replaced, and others taken out. */
  changed(changed: readonly DirectoryEntry[], removed: readonly string[]): DirectoryIndex {
    const gone = new Set([...removed, ...changed.map(({ id }) => id)]);
    const kept = gone.size === 0 ? this.#entries : this.#entries.filter(({ item }) => !gone.has(item.id));
    const added = [...new Map(changed.map((item) => [item.id, item])).values()].sort(byName);
    return new DirectoryIndex(merge(kept, added));
  }

  /** Typing on narrows what was found before; a wildcard may not. */
  #within(query: string): readonly Entry[] {
    const last = this.#last;
    return last !== null && !WILDCARD.test(query) && query.startsWith(last.query)
      ? last.entries
      : this.#entries;
  }
}

function foldedOf(entry: Entry): string {
  entry.folded ??= fold(`${entry.item.id} ${entry.item.nomClient}`);
  return entry.folded;
}

function merge(kept: readonly Entry[], added: readonly DirectoryEntry[]): readonly Entry[] {
  const merged: Entry[] = [];
  let next = 0;
  for (const item of added) {
    const position = placeOf(item, kept, next);
    for (; next < position; next += 1) merged.push(kept[next] as Entry);
    merged.push({ item, folded: null });
  }
  return added.length === 0 ? kept : merged.concat(kept.slice(next));
}

/** Where an item belongs among sorted entries, from one of them on. */
function placeOf(item: DirectoryEntry, entries: readonly Entry[], from: number): number {
  let [low, high] = [from, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byName((entries[middle] as Entry).item, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
