import type { FeedPosition } from '../../../../local-db/change-feed.ts';
import type { KeyValueStore } from '../../../../local-db/storage/key-value-store.ts';
import { type DirectoryEntry, OPTIONAL_FIELDS, type OptionalFields } from './directory-entry.ts';

/**
 * The directory as it was last shown, in one record: read in a few milliseconds, before RxDB is even loaded. Each
 * column is one text with a line per entry; the order is that of the directory.
 */
interface Snapshot {
  version: typeof VERSION;
  position: FeedPosition | null;
  ids: string;
  names: string;
  optional: Record<keyof OptionalFields, string>;
}

export interface DirectorySnapshot {
  entries: readonly DirectoryEntry[];
  /** Changes after this are not in it; null when there were none at all. */
  position: FeedPosition | null;
}

/** Raise it when the columns or the order change: an older snapshot is then not read. */
const VERSION = 2;

function key(base: string): string {
  return `${base}/directory`;
}

export async function readSnapshot(store: KeyValueStore, base: string): Promise<DirectorySnapshot | null> {
  const snapshot = await store.read<Snapshot>(key(base));
  // A position later than now means that the clock was set back since: changes could be passed over.
  if (snapshot?.version !== VERSION || (snapshot.position?.lwt ?? 0) > Date.now()) return null;
  const names = lines(snapshot.names);
  const optional = OPTIONAL_FIELDS.map((field) => [field, lines(snapshot.optional[field])] as const);
  const entries = lines(snapshot.ids).map((id, index): DirectoryEntry => {
    const values = optional.map(([field, column]) => [field, column[index] || null] as const);
    return {
      id,
      nomClient: names[index] ?? '',
      ...(Object.fromEntries(values) as unknown as OptionalFields),
    };
  });
  return { entries, position: snapshot.position };
}

export async function writeSnapshot(
  store: KeyValueStore,
  base: string,
  { entries, position }: DirectorySnapshot,
): Promise<void> {
  const optional = OPTIONAL_FIELDS.map(
    (field) => [field, column(entries.map((entry) => entry[field] ?? ''))] as const,
  );
  const snapshot: Snapshot = {
    version: VERSION,
    position,
    ids: column(entries.map(({ id }) => id)),
    names: column(entries.map(({ nomClient }) => nomClient)),
    optional: Object.fromEntries(optional) as Snapshot['optional'],
  };
  // A directory that a power cut takes back is read again from the base.
  await store.write(key(base), snapshot, 'relaxed');
}

function column(values: readonly string[]): string {
  return values.map((value) => value.replaceAll('\n', ' ')).join('\n');
}

function lines(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}
