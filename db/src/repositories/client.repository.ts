import { eq, gt, inArray } from 'drizzle-orm';
import { chunks } from '../batches.ts';
import type { Queryable } from '../engines/database.ts';
import { client, type ClientRow } from '../schema/client.table.ts';

const CODES_PER_QUERY = 1000;

/** `dbo.client`, which is winpneu's: read only. */
export interface ClientRepository {
  /** The next clients by code. Pages by key: `afterCode` is the last code of the page before, '' for the first one. */
  page(afterCode: string, limit: number): Promise<ClientRow[]>;
  byCodes(codes: readonly string[]): Promise<ClientRow[]>;
  find(cClient: string): Promise<ClientRow | undefined>;
  /** Whose a client is. */
  findHolder(cClient: string): Promise<ClientHolder | undefined>;
}

export type ClientHolder = Pick<ClientRow, 'cClient' | 'cRep' | 'cAgence'>;

export function clientRepository(q: Queryable): ClientRepository {
  return {
    page: (afterCode, limit) =>
      q.select().top(limit).from(client).where(gt(client.cClient, afterCode)).orderBy(client.cClient),
    byCodes: async (codes) => {
      const rows: ClientRow[] = [];
      for (const some of chunks(codes, CODES_PER_QUERY)) {
        rows.push(...(await q.select().from(client).where(inArray(client.cClient, some))));
      }
      return rows;
    },
    findHolder: async (cClient) => {
      const columns = { cClient: client.cClient, cRep: client.cRep, cAgence: client.cAgence };
      return (await q.select(columns).from(client).where(eq(client.cClient, cClient)))[0];
    },
    find: async (cClient) => (await q.select().from(client).where(eq(client.cClient, cClient)))[0],
  };
}
