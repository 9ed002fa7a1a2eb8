import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CLIENT_COLUMNS, demoClients } from './client-rows.ts';
import { demoReps } from './demo-reps.ts';
import { writeExtractFile } from './extract-writer.ts';
import { demoLists, LIST_COLUMNS } from './list-rows.ts';
import { seededRandom } from './random.ts';
import { demoRelations, RELATION_COLUMNS } from './relation-rows.ts';
import { demoTurnover, TURNOVER_COLUMNS } from './turnover-rows.ts';
import { demoUsers, USER_COLUMNS } from './user-rows.ts';

export interface ExtractSize {
  readonly clients: number;
  readonly relations: number;
  /** At most 100. */
  readonly reps: number;
}

export interface ExtractOptions extends ExtractSize {
  /** The same seed and day give the same files. */
  readonly seed: number;
  /** Day in France, `yyyy-mm-dd`: all dates are relative to it. */
  readonly today: string;
}

/**
 * Writes an extract of a winpneu that never was: a tyre distributor's clients, relations, turnover, lists and users,
 * with the oddities of an old base in a small share of the rows. The folder is made when it is not there.
 */
export async function generateExtract(folder: string, options: ExtractOptions): Promise<void> {
  const { today } = options;
  await mkdir(folder, { recursive: true });
  const random = seededRandom(options.seed);
  const reps = demoReps(options.reps);
  const clients = demoClients(options.clients, reps, today, random);
  await writeExtractFile(join(folder, 'utilisateur.csv'), USER_COLUMNS, demoUsers(reps));
  await writeExtractFile(join(folder, 'liste.csv'), LIST_COLUMNS, demoLists(reps));
  await writeExtractFile(
    join(folder, 'client.csv'),
    CLIENT_COLUMNS,
    clients.map(({ fields }) => fields),
  );
  await writeExtractFile(join(folder, 'client_ca.csv'), TURNOVER_COLUMNS, turnover(clients, today, random));
  await writeExtractFile(
    join(folder, 'client_relation.csv'),
    RELATION_COLUMNS,
    demoRelations(options.relations, clients, reps, today, random),
  );
}

function* turnover(
  clients: ReturnType<typeof demoClients>,
  today: string,
  random: ReturnType<typeof seededRandom>,
): ReturnType<typeof demoTurnover> {
  for (const client of clients) yield* demoTurnover(client, today, random);
}
