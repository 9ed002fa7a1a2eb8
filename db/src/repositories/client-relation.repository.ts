import {
  and,
  type Column,
  count,
  desc,
  eq,
  getColumns,
  gt,
  inArray,
  isNull,
  lt,
  max,
  ne,
  notLike,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { CHANGE_REQUEST_OBJECT } from '@tournee/graphql';
import { chunks } from '../batches.ts';
import type { Queryable } from '../engines/database.ts';
import { client } from '../schema/client.table.ts';
import { clientRelation, type ClientRelationRow } from '../schema/client-relation.table.ts';
import { visit } from '../schema/visit.table.ts';

/** A relation, and the visit of this CRM that wrote it, where one did. */
export interface RelationWithVisit extends ClientRelationRow {
  readonly operation: string | null;
  /** JSON. */
  readonly answers: string | null;
}

/** `type_entite` of a client; the table holds relations of others too. */
export const CLIENT_ENTITY = 'C';
/** `origine_relation` of a visit. */
export const VISIT_ORIGIN = 'CRV';
/** `c_archive` of a row that never leaves the hub. */
export const ARCHIVED = 'O';

export interface StrayRelations {
  readonly total: number;
  /** `num_relation` of the first ones. */
  readonly numbers: readonly number[];
}

/** `dbo.client_relation`: read, and visits are inserted (annex 1). */
export interface ClientRelationRepository {
  /** Inserts a relation and answers its `num_relation`. */
  insert(values: Omit<typeof clientRelation.$inferInsert, 'numRelation'>): Promise<number>;
  /** Relations of one client that are not archived, newest number first. */
  relationsOf(cClient: string): Promise<RelationWithVisit[]>;
  /** The same for many clients at once, in no order. */
  relationsOfMany(codes: readonly string[]): Promise<RelationWithVisit[]>;
  /**
   * The newest visit of clients before an instant, by code: a day of wall-clock time, as if it were UTC. Archived
   * visits count (a client that was visited long ago was visited), SQL Server's empty date and requests to change the
   * card do not.
   */
  lastVisits(codes: readonly string[], before: Date): Promise<Map<string, Date>>;
  /** Relations of clients that do not exist, archived ones left out; `listed` numbers of them at most. */
  withoutClient(listed: number): Promise<StrayRelations>;
  /** Relations of something else than a client, archived ones left out. */
  ofOtherEntities(listed: number): Promise<StrayRelations>;
  countArchived(): Promise<number>;
}

const CODES_PER_QUERY = 1000;
/** What SQL Server makes of a blank date: 1 January 1900. Winpneu has nothing older. */
const EMPTY_DATE = new Date('1900-01-01T23:59:59Z');

/** Winpneu's codes are the same in either case, and twenty years have left some of each. */
const capitals = (column: Column): SQL => sql`upper(${column})`;

const isOfClient = eq(capitals(clientRelation.typeEntite), CLIENT_ENTITY);
const isArchived = eq(capitals(clientRelation.cArchive), ARCHIVED);
const isKept = or(isNull(clientRelation.cArchive), ne(capitals(clientRelation.cArchive), ARCHIVED));

export function clientRelationRepository(q: Queryable): ClientRelationRepository {
  return {
    insert: (values) => insert(q, values),
    relationsOf: (cClient) =>
      selectRelations(q)
        .where(and(eq(clientRelation.cEntite, cClient), isOfClient, isKept))
        .orderBy(desc(clientRelation.numRelation)),
    relationsOfMany: (codes) => relationsOfMany(q, codes),
    lastVisits: (codes, before) => lastVisits(q, codes, before),
    withoutClient: (listed) => withoutClient(q, listed),
    ofOtherEntities: (listed) => ofOtherEntities(q, listed),
    countArchived: () => countArchived(q),
  };
}

async function insert(
  q: Queryable,
  values: Omit<typeof clientRelation.$inferInsert, 'numRelation'>,
): Promise<number> {
  // Not `output`: SQL Server refuses it (error 334) where a table has triggers, and the ERP's tables may have some.
  const { recordset } = await q.execute<{ num: number | null }>(
    sql`${q.insert(clientRelation).values(values).getSQL()}; select cast(scope_identity() as int) as [num]`,
  );
  const num = recordset[0]?.num ?? null;
  if (num === null) throw new Error('dbo.client_relation: the insert answered no key');
  return num;
}

function selectRelations(q: Queryable) {
  return q
    .select({ ...getColumns(clientRelation), operation: visit.operation, answers: visit.answers })
    .from(clientRelation)
    .leftJoin(visit, eq(visit.numRelation, clientRelation.numRelation));
}

async function relationsOfMany(q: Queryable, codes: readonly string[]): Promise<RelationWithVisit[]> {
  const rows: RelationWithVisit[] = [];
  for (const some of chunks(codes, CODES_PER_QUERY)) {
    rows.push(
      ...(await selectRelations(q).where(and(inArray(clientRelation.cEntite, some), isOfClient, isKept))),
    );
  }
  return rows;
}

async function lastVisits(q: Queryable, codes: readonly string[], before: Date): Promise<Map<string, Date>> {
  const days = new Map<string, Date>();
  for (const some of chunks(codes, CODES_PER_QUERY)) {
    const rows = await q
      .select({ cClient: clientRelation.cEntite, day: max(clientRelation.dateRelation) })
      .from(clientRelation)
      .where(
        and(
          inArray(clientRelation.cEntite, some),
          isOfClient,
          eq(capitals(clientRelation.origineRelation), VISIT_ORIGIN),
          lt(clientRelation.dateRelation, before),
          gt(clientRelation.dateRelation, EMPTY_DATE),
          or(isNull(clientRelation.objet), notLike(clientRelation.objet, `${CHANGE_REQUEST_OBJECT}%`)),
        ),
      )
      .groupBy(clientRelation.cEntite);
    for (const { cClient, day } of rows) if (cClient !== null && day !== null) days.set(cClient, day);
  }
  return days;
}

async function withoutClient(q: Queryable, listed: number): Promise<StrayRelations> {
  const isStray = and(isNull(client.cClient), isOfClient, isKept);
  const hasClient = eq(client.cClient, clientRelation.cEntite);
  const [row] = await q
    .select({ total: count() })
    .from(clientRelation)
    .leftJoin(client, hasClient)
    .where(isStray);
  const rows = await q
    .select({ num: clientRelation.numRelation })
    .top(listed)
    .from(clientRelation)
    .leftJoin(client, hasClient)
    .where(isStray)
    .orderBy(clientRelation.numRelation);
  return { total: row?.total ?? 0, numbers: rows.map(({ num }) => num) };
}

async function ofOtherEntities(q: Queryable, listed: number): Promise<StrayRelations> {
  const isOther = and(
    or(isNull(clientRelation.typeEntite), ne(capitals(clientRelation.typeEntite), CLIENT_ENTITY)),
    isKept,
  );
  const [row] = await q.select({ total: count() }).from(clientRelation).where(isOther);
  const rows = await q
    .select({ num: clientRelation.numRelation })
    .top(listed)
    .from(clientRelation)
    .where(isOther)
    .orderBy(clientRelation.numRelation);
  return { total: row?.total ?? 0, numbers: rows.map(({ num }) => num) };
}

async function countArchived(q: Queryable): Promise<number> {
  const [row] = await q.select({ total: count() }).from(clientRelation).where(isArchived);
  return row?.total ?? 0;
}
