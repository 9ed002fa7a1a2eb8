import { and, eq, gt, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { clientRelation } from '../schema/client-relation.table.ts';
import { ARCHIVED, CLIENT_ENTITY } from './client-relation.repository.ts';

/** `origine_relation` of a dispute: it belongs to the ERP, which closes it itself. */
const DISPUTE = 'LIT';
/** What SQL Server makes of a blank date: such a relation has no age. */
const EMPTY_DATE = new Date('1900-01-01T23:59:59Z');

/** `c_archive` = O, the second of the two things that are written to `dbo.client_relation`. */
export function relationArchiveRepository(q: Queryable) {
  return {
    /**
     * Archives at most `limit` relations of clients from before a day, disputes left out.
     * @returns how many, and whose
     */
    async archive(before: Date, limit: number): Promise<{ count: number; clients: string[] }> {
      const isOld = and(
        lt(clientRelation.dateRelation, before),
        gt(clientRelation.dateRelation, EMPTY_DATE),
        eq(sql`upper(${clientRelation.typeEntite})`, CLIENT_ENTITY),
        or(
          isNull(clientRelation.origineRelation),
          ne(sql`upper(${clientRelation.origineRelation})`, DISPUTE),
        ),
        or(isNull(clientRelation.cArchive), ne(sql`upper(${clientRelation.cArchive})`, ARCHIVED)),
      );
      const rows = await q
        .select({ num: clientRelation.numRelation, cClient: clientRelation.cEntite })
        .top(limit)
        .from(clientRelation)
        .where(isOld)
        .orderBy(clientRelation.numRelation);
      if (rows.length > 0) {
        const numbers = rows.map(({ num }) => num);
        await q
          .update(clientRelation)
          .set({ cArchive: ARCHIVED })
          .where(inArray(clientRelation.numRelation, numbers));
      }
      return { count: rows.length, clients: [...new Set(rows.map(({ cClient }) => cClient ?? ''))] };
    },
  };
}
