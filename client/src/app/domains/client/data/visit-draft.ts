import type { VisitPayload } from '@tournee/graphql';
import type { KeyValueStore } from '../../../local-db/storage/key-value-store.ts';

/** What was typed into a visit that is not saved yet, kept per base and client, or per visit that is corrected. */
function key(base: string, visit: string): string {
  return `${base}/draft/visit/${visit}`;
}

/** The draft of a visit, as it was typed: its date or hour may be half written. Null when there is none. */
export async function readDraft(
  store: KeyValueStore,
  base: string,
  visit: string,
): Promise<VisitPayload | null> {
  const draft = await store.read<Partial<VisitPayload>>(key(base, visit));
  // Written by an older version of the app, it may have another shape.
  const isDraft = [draft?.date, draft?.heure, draft?.commentaire].every((text) => typeof text === 'string');
  return isDraft ? (draft as VisitPayload) : null;
}

export async function writeDraft(
  store: KeyValueStore,
  base: string,
  visit: string,
  draft: VisitPayload,
): Promise<void> {
  await store.write(key(base, visit), draft);
}

export async function removeDraft(store: KeyValueStore, base: string, visit: string): Promise<void> {
  await store.remove(key(base, visit));
}
