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
  /** Relations of clients that are not archived, in no order. */
  relationsOfMany(codes: readonly string[]): Promise<RelationWithVisit[]>;
  /** How many rows name this code: archived ones count, and those of other entities. Reads an index only. */
  countOf(code: string): Promise<number>;
  /** The numbers of these rows, for many codes at once, ascending for each code. */
  numbersOfMany(codes: readonly string[]): Promise<{ code: string; num: number }[]>;
  /** Of the newest `count` of these rows, those that are a client's and not archived, newest number first. */
  newestOf(cClient: string, count: number): Promise<RelationWithVisit[]>;
  /**
   * The newest visit of clients before an instant, by code: a day of wall-clock time, as if it were UTC. Archived
   * visits count (a client that was visited long ago was visited), SQL Server's empty date and requests to change the
   * card do not.
   */
  lastVisits(codes: readonly string[], before: Date): Promise<Map<string, Date>>;
  /** The same for one client, from the newest day back: it does not read all there is. */
  lastVisit(cClient: string, before: Date): Promise<Date | undefined>;
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
    relationsOfMany: (codes) => relationsOfMany(q, codes),
    countOf: (code) => countOf(q, code),
    numbersOfMany: (codes) => numbersOfMany(q, codes),
    newestOf: (cClient, count) => newestOf(q, cClient, count),
    lastVisits: (codes, before) => lastVisits(q, codes, before),
    lastVisit: (cClient, before) => lastVisit(q, cClient, before),
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

const RELATION_COLUMNS = {
  ...getColumns(clientRelation),
  operation: visit.operation,
  answers: visit.answers,
};

function selectRelations(q: Queryable) {
  return q
    .select(RELATION_COLUMNS)
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

async function countOf(q: Queryable, code: string): Promise<number> {
  const [row] = await q
    .select({ total: count() })
    .from(clientRelation)
    .where(eq(clientRelation.cEntite, code));
  return row?.total ?? 0;
}

async function numbersOfMany(
  q: Queryable,
  codes: readonly string[],
): Promise<{ code: string; num: number }[]> {
  const rows: { code: string; num: number }[] = [];
  for (const some of chunks(codes, CODES_PER_QUERY)) {
    const { cEntite, numRelation } = clientRelation;
    const found = await q
      .select({ code: cEntite, num: numRelation })
      .from(clientRelation)
      .where(inArray(cEntite, some))
      .orderBy(cEntite, numRelation);
    rows.push(...found.map(({ code, num }) => ({ code: code ?? '', num })));
  }
  return rows;
}

async function newestOf(q: Queryable, cClient: string, rows: number): Promise<RelationWithVisit[]> {
  const newest = await q
    .select(RELATION_COLUMNS)
    .top(rows)
    .from(clientRelation)
    .leftJoin(visit, eq(visit.numRelation, clientRelation.numRelation))
    .where(eq(clientRelation.cEntite, cClient))
    .orderBy(desc(clientRelation.numRelation));
  const isSame = (value: string | null, letter: string): boolean => value?.toUpperCase() === letter;
  return newest.filter((row) => isSame(row.typeEntite, CLIENT_ENTITY) && !isSame(row.cArchive, ARCHIVED));
}

/** A day on which a client was visited. */
function isVisitBefore(before: Date) {
  return and(
    isOfClient,
    eq(capitals(clientRelation.origineRelation), VISIT_ORIGIN),
    lt(clientRelation.dateRelation, before),
    gt(clientRelation.dateRelation, EMPTY_DATE),
    or(isNull(clientRelation.objet), notLike(clientRelation.objet, `${CHANGE_REQUEST_OBJECT}%`)),
  );
}

async function lastVisit(q: Queryable, cClient: string, before: Date): Promise<Date | undefined> {
  const [row] = await q
    .select({ day: clientRelation.dateRelation })
    .top(1)
    .from(clientRelation)
    .where(and(eq(clientRelation.cEntite, cClient), isVisitBefore(before)))
    .orderBy(desc(clientRelation.dateRelation));
  return row?.day ?? undefined;
}

async function lastVisits(q: Queryable, codes: readonly string[], before: Date): Promise<Map<string, Date>> {
  const days = new Map<string, Date>();
  for (const some of chunks(codes, CODES_PER_QUERY)) {
    const rows = await q
      .select({ cClient: clientRelation.cEntite, day: max(clientRelation.dateRelation) })
      .from(clientRelation)
      .where(and(inArray(clientRelation.cEntite, some), isVisitBefore(before)))
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
