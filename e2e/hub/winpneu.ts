import { clientRelation, type ClientRelationRow } from '@tournee/db';
import { withDatabase } from './loaded-base.ts';

/** Rows of `client_relation` that came from this CRM today or later than the extract: those whose comment holds a text. */
export async function relationsSaying(dataFolder: string, text: string): Promise<ClientRelationRow[]> {
  const rows = await withDatabase(dataFolder, async ({ db }) => await db.select().from(clientRelation));
  return rows.filter((row) => row.commentaire?.includes(text));
}
