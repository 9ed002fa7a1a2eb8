import type { Queryable } from '../engines/database.ts';
import { liste, type ListeRow } from '../schema/liste.table.ts';

/** `dbo.liste`, the drop-down lists: read only, and small. */
export interface ListeRepository {
  all(): Promise<ListeRow[]>;
}

export function listeRepository(q: Queryable): ListeRepository {
  return { all: () => q.select().from(liste).orderBy(liste.liste, liste.code) };
}
