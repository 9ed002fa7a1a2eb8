import { and, count, eq, gte, inArray, isNull, lte } from 'drizzle-orm';
import { chunks } from '../batches.ts';
import type { Queryable } from '../engines/database.ts';
import { clientCa, type ClientCaRow } from '../schema/client-ca.table.ts';
import { client } from '../schema/client.table.ts';

/** `dbo.client_ca`, turnover by client and month: read only. */
export interface ClientCaRepository {
  /** Months of some clients in two years and between. */
  turnoverOf(codes: readonly string[], firstYear: number, lastYear: number): Promise<ClientCaRow[]>;
  /** Rows of clients that do not exist. */
  countWithoutClient(): Promise<number>;
}

const CODES_PER_QUERY = 1000;

export function clientCaRepository(q: Queryable): ClientCaRepository {
  return {
    turnoverOf: async (codes, firstYear, lastYear) => {
      const rows: ClientCaRow[] = [];
      for (const some of chunks(codes, CODES_PER_QUERY)) {
        rows.push(
          ...(await q
            .select()
            .from(clientCa)
            .where(
              and(
                inArray(clientCa.cClient, some),
                gte(clientCa.annee, firstYear),
                lte(clientCa.annee, lastYear),
              ),
            )),
        );
      }
      return rows;
    },
    countWithoutClient: async () => {
      const [row] = await q
        .select({ total: count() })
        .from(clientCa)
        .leftJoin(client, eq(client.cClient, clientCa.cClient))
        .where(isNull(client.cClient));
      return row?.total ?? 0;
    },
  };
}
