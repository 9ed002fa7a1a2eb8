import { clientRelation, type Database, operation, prospect, visit } from '@tournee/db';
import type { Operation } from '@tournee/graphql';

export interface Audit {
  /** What reps noted. */
  noted: number;
  /** Of these, what the ledger has as done: integrated, or in conflict. */
  accepted: number;
  /** Noted, but still waiting on its device: not lost. */
  unsent: number;
  /** What the hub refused, with its reason. */
  refused: string[];
  /** Noted and nowhere, or accepted without its rows. */
  lost: string[];
  /** Rows that are there more often than they should be. */
  doubled: string[];
}

/**
 * Looks for every operation in the ledger and for its rows in winpneu and in the CRM.
 * @param waiting names of those that their devices have not sent yet
 */
export async function audit(
  { db }: Database,
  noted: readonly Operation[],
  waiting: ReadonlySet<string>,
): Promise<Audit> {
  const ledger = new Map((await db.select().from(operation)).map((row) => [row.name, row]));
  const visits = countBy(await db.select().from(visit), (row) => row.operation);
  const prospects = countBy(await db.select().from(prospect), (row) => row.id);
  const relations = countBy(await db.select().from(clientRelation), (row) => row.commentaire ?? '');
  const sent = noted.filter(({ id }) => ledger.has(id) || !waiting.has(id));
  const unsent = noted.length - sent.length;
  const result: Audit = { noted: noted.length, accepted: 0, unsent, refused: [], lost: [], doubled: [] };
  const expectedRelations = new Set<string>();
  for (const one of sent) {
    const entry = ledger.get(one.id);
    if (entry === undefined) result.lost.push(`${one.id}: not in the ledger`);
    else if (entry.status === 'rejected') result.refused.push(`${one.id}: ${entry.reasonCode ?? ''}`);
    else {
      result.accepted += 1;
      if (one.code === 'VC') expectedRelations.add(relationOf(one));
      for (const [what, rows] of rowsOf(one, { visits, prospects, relations })) {
        if (rows === 0) result.lost.push(`${one.id}: no ${what}`);
        if (rows > 1) result.doubled.push(`${one.id}: ${String(rows)} rows of ${what}`);
      }
    }
  }
  for (const comment of relations.keys()) {
    if (comment.startsWith('Chaos ') && !expectedRelations.has(comment))
      result.doubled.push(`a relation of nobody: ${comment}`);
  }
  const names = new Set(noted.map(({ id }) => id));
  for (const name of [...ledger.keys(), ...visits.keys(), ...prospects.keys()]) {
    if (!names.has(name)) result.doubled.push(`a row of nobody: ${name}`);
  }
  return result;
}

interface Counts {
  visits: ReadonlyMap<string, number>;
  prospects: ReadonlyMap<string, number>;
  relations: ReadonlyMap<string, number>;
}

/** Each table that an accepted operation must have one row in, and how many it has. */
function rowsOf(one: Operation, counts: Counts): [what: string, rows: number][] {
  switch (one.code) {
    case 'VC':
      return [
        ['client_relation', counts.relations.get(relationOf(one)) ?? 0],
        ['visit', counts.visits.get(one.id) ?? 0],
      ];
    case 'VP':
      return [['visit', counts.visits.get(one.id) ?? 0]];
    case 'CP':
      return [['prospect', counts.prospects.get(one.id) ?? 0]];
    default:
      return [];
  }
}

/** The comment that annex 1 of the customer's text makes of a visit's. */
function relationOf(one: Operation): string {
  return `${(one.payload as { commentaire: string }).commentaire} saisie via le CRM`;
}

function countBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
}
