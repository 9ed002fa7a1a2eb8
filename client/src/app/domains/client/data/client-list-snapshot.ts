import type { FeedPosition } from '../../../local-db/change-feed.ts';
import type { KeyValueStore } from '../../../local-db/storage/key-value-store.ts';
import type { ClientListItem } from './client-list-item.ts';

/**
 * The list as it was last shown, in one record: read in a few milliseconds, before RxDB is even loaded. Each column is
 * one text with a line per client; the order is that of the list.
 */
interface Snapshot {
  version: typeof VERSION;
  position: FeedPosition | null;
  ids: string;
  names: string;
  towns: string;
  agences: string;
}

export interface ClientListSnapshot {
  items: readonly ClientListItem[];
  /** Changes after this are not in it; null when there were none at all. */
  position: FeedPosition | null;
}

/** Raise it when the columns or the order change: an older snapshot is then not read. */
const VERSION = 1;

function key(base: string): string {
  return `${base}/client-list`;
}

export async function readSnapshot(store: KeyValueStore, base: string): Promise<ClientListSnapshot | null> {
  const snapshot = await store.read<Snapshot>(key(base));
  // A position later than now means that the clock was set back since: changes could be passed over.
  if (snapshot?.version !== VERSION || (snapshot.position?.lwt ?? 0) > Date.now()) return null;
  const ids = lines(snapshot.ids);
  const [names, towns, agences] = [lines(snapshot.names), lines(snapshot.towns), lines(snapshot.agences)];
  const items = ids.map((id, index) => ({
    id,
    nomClient: names[index] ?? '',
    villeFac: towns[index] || null,
    cAgence: agences[index] || null,
  }));
  return { items, position: snapshot.position };
}

export async function writeSnapshot(
  store: KeyValueStore,
  base: string,
  list: ClientListSnapshot,
): Promise<void> {
  const { items, position } = list;
  const snapshot: Snapshot = {
    version: VERSION,
    position,
    ids: column(items.map(({ id }) => id)),
    names: column(items.map(({ nomClient }) => nomClient)),
    towns: column(items.map(({ villeFac }) => villeFac ?? '')),
    agences: column(items.map(({ cAgence }) => cAgence ?? '')),
  };
  // A list that a power cut takes back is read again from the base.
  await store.write(key(base), snapshot, 'relaxed');
}

function column(values: readonly string[]): string {
  return values.map((value) => value.replaceAll('\n', ' ')).join('\n');
}

function lines(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}
