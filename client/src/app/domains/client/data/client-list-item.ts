import type { StoredOf } from '../../../local-db/stored.ts';

/** What a line of the list shows of a client. */
export interface ClientListItem {
  id: string;
  nomClient: string;
  villeFac: string | null;
  cAgence: string | null;
}

export function listItemOf(client: StoredOf<'client'>): ClientListItem {
  const { id, nomClient, villeFac = null, cAgence = null } = client;
  return { id, nomClient, villeFac, cAgence };
}

const FRENCH = new Intl.Collator('fr', { sensitivity: 'base', numeric: true });

/** Order of the list: by name as French readers expect it, then by code. */
export function byName(a: ClientListItem, b: ClientListItem): number {
  return FRENCH.compare(a.nomClient, b.nomClient) || (a.id < b.id ? -1 : 1);
}
