import {
  clientRelation,
  type Database,
  device,
  operation,
  prospect,
  quarantine,
  syncDoc,
  visit,
} from '@tournee/db';
import { dayFault } from '@tournee/graphql';

/** Operations of which the database holds a part only; empty when each is there whole, or not at all. */
export async function findHalfWritten({ db }: Database): Promise<string[]> {
  const ledger = await db.select().from(operation);
  const visits = new Map((await db.select().from(visit)).map((row) => [row.operation, row]));
  const relations = new Set((await db.select().from(clientRelation)).map((row) => row.numRelation));
  const prospects = new Set((await db.select().from(prospect)).map(({ id }) => id));
  const published = new Set((await db.select().from(syncDoc)).map(({ id }) => id));
  const faults = ledger.flatMap(({ name, code, status }) => {
    const isDone = status === 'integrated' || status === 'conflict';
    const shouldBeVisit = isDone && (code === 'VC' || code === 'VP');
    const row = visits.get(name);
    const isWhole =
      published.has(name) &&
      shouldBeVisit === (row !== undefined) &&
      (!shouldBeVisit || code !== 'VC' || relations.has(row?.numRelation ?? -1)) &&
      (isDone && code === 'CP') === prospects.has(name);
    return isWhole ? [] : [`${name} (${status})`];
  });
  const noted = ledger.filter(({ status }) => status === 'integrated').length;
  // Visits and change requests each note one.
  return relations.size > noted ? [...faults, 'relations of no operation'] : faults;
}

/** Dates that SQL Server, or winpneu, could not hold, or that nobody can have meant. */
export async function findImpossibleDates({ db }: Database): Promise<string[]> {
  const dates: readonly (readonly [where: string, date: Date | string | null])[] = [
    ...(await db.select().from(operation)).map((row) => ['operation.createdAt', row.createdAt] as const),
    ...(await db.select().from(quarantine)).map((row) => ['quarantine.createdAt', row.createdAt] as const),
    ...(await db.select().from(visit)).map((row) => ['visit.dateVisite', row.dateVisite] as const),
    ...(await db.select().from(clientRelation)).map((row) => ['dateRelation', row.dateRelation] as const),
    ...(await db.select().from(prospect)).map((row) => ['dateCreationSte', row.dateCreationSte] as const),
    ...(await db.select().from(device)).map((row) => ['oldestUnsentAt', row.oldestUnsentAt] as const),
  ];
  const wrong = dates.filter(([, date]) => date !== null && dayFault(textOf(date)) !== null);
  return [...new Set(wrong.map(([where, date]) => `${where} ${date === null ? '' : textOf(date)}`))];
}

function textOf(date: Date | string): string {
  return (typeof date === 'string' ? date : date.toISOString()).slice(0, 10);
}
