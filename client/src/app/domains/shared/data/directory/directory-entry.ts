import type { StoredOf } from '../../../../local-db/stored.ts';

/** What the app has at hand of everybody its user may see, without reading a document. */
export interface DirectoryEntry {
  /** Code of the client. */
  id: string;
  nomClient: string;
  villeFac: string | null;
  cAgence: string | null;
  tel1: string | null;
  tel2: string | null;
  /** « A l'attention de ». */
  cAttention: string | null;
  /** SIRET. */
  contactDivers2: string | null;
  /** Day, `yyyy-mm-dd`. */
  lastVisit: string | null;
  /** « Date de revoir », `yyyy-mm-dd`. */
  followUp: string | null;
}

/** Fields that may be null, in the order of the snapshot's columns. */
export const OPTIONAL_FIELDS = [
  'villeFac',
  'cAgence',
  'tel1',
  'tel2',
  'cAttention',
  'contactDivers2',
  'lastVisit',
  'followUp',
] as const satisfies readonly (keyof DirectoryEntry)[];

export type OptionalFields = Pick<DirectoryEntry, (typeof OPTIONAL_FIELDS)[number]>;

export function entryOf(client: StoredOf<'client'>): DirectoryEntry {
  const { id, nomClient } = client;
  const optional = OPTIONAL_FIELDS.map((field) => [field, client[field] ?? null] as const);
  return { id, nomClient, ...(Object.fromEntries(optional) as unknown as OptionalFields) };
}

const FRENCH = new Intl.Collator('fr', { sensitivity: 'base', numeric: true });

/** Order of the directory: by name as French readers expect it, then by code. */
export function byName(a: DirectoryEntry, b: DirectoryEntry): number {
  return FRENCH.compare(a.nomClient, b.nomClient) || (a.id < b.id ? -1 : 1);
}
