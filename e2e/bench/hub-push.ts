import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { HubClient } from '../hub/hub-client.ts';
import { newVisit } from '../hub/new-visit.ts';
import type { BenchBase } from './bench-base.ts';
import { atLeast, type BenchResult, median } from './result.ts';

const OPERATIONS = 1000;
const BATCH = 50;
const WARM_UP = 300;
const ROUNDS = 3;

/**
 * Operations per second that a hub integrates over HTTP, against the bare driver that inserts the same rows
 * (ledger, relation, visit, four documents of the feed) in one transaction each, as durably.
 */
export async function benchHubPush(base: BenchBase): Promise<BenchResult> {
  const client = new HubClient(base.hub.url);
  const { user } = await client.signIn(base.userName, base.password);
  const { documents } = await client.pull('client', null, 500);
  const codes = documents.map((document) => document.id);
  await push(client, user.cUser, codes, WARM_UP);
  // In turns: what else the machine does meanwhile weighs on both.
  const rounds = await inTurns(ROUNDS, () => push(client, user.cUser, codes, OPERATIONS), insertBare);
  const ours = rate(median(rounds.map(([own]) => own)));
  const baseline = rate(median(rounds.map(([, bare]) => bare)));
  const figures = `${ours.toFixed(0)} operations/s over HTTP, bare inserts ${baseline.toFixed(0)} transactions/s`;
  return atLeast('hub push', ours, baseline, 0.4, figures);
}

async function inTurns(
  rounds: number,
  own: () => Promise<number>,
  bare: () => number,
): Promise<[number, number][]> {
  const times: [number, number][] = [];
  for (let round = 0; round < rounds; round += 1) times.push([await own(), bare()]);
  return times;
}

const rate = (milliseconds: number): number => (OPERATIONS / milliseconds) * 1000;

async function push(
  client: HubClient,
  cUser: string,
  codes: readonly string[],
  count: number,
): Promise<number> {
  const visits = Array.from({ length: count }, (_, index) =>
    newVisit(cUser, codes[index % codes.length] ?? '', `Visite de mesure ${String(index)}`),
  );
  const started = performance.now();
  for (let from = 0; from < count; from += BATCH) {
    const answers = await client.push(visits.slice(from, from + BATCH));
    const refused = answers.find((answer) => answer.status !== 'integrated');
    if (refused) throw new Error(`Refused: ${refused.reason?.message ?? refused.status}`);
  }
  return performance.now() - started;
}

function insertBare(): number {
  const folder = mkdtempSync(join(tmpdir(), 'tournee-bench-'));
  const database = new DatabaseSync(join(folder, 'bare.sqlite'));
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  database.exec(`
    create table operation (name text primary key, payload text, status text, created_at text);
    create table relation (num integer primary key autoincrement, c_entite text, date_relation text, commentaire text);
    create index relation_entite on relation (c_entite);
    create table visit (operation text primary key, c_client text, answers text);
    create table doc (collection text, id text, scope text, seq integer, body text, primary key (collection, id, scope));
    create unique index doc_feed on doc (scope, collection, seq)`);
  const operation = database.prepare('insert into operation values (?, ?, ?, ?)');
  const relation = database.prepare(
    'insert into relation (c_entite, date_relation, commentaire) values (?, ?, ?)',
  );
  const visit = database.prepare('insert into visit values (?, ?, ?)');
  const doc = database.prepare('insert into doc values (?, ?, ?, ?, ?)');
  const body = JSON.stringify({ text: 'x'.repeat(1500) });
  let seq = 0;
  const started = performance.now();
  for (let index = 0; index < OPERATIONS; index += 1) {
    const id = randomUUID();
    database.exec('begin immediate');
    operation.run(id, body.slice(0, 200), 'integrated', new Date().toISOString());
    relation.run(String(index % 500), '2026-01-01', 'Visite de mesure');
    visit.run(id, String(index % 500), null);
    for (const collection of ['client', 'clientHistory', 'visit', 'operation']) {
      doc.run(collection, id, 'rep:GA00', (seq += 1), body);
    }
    database.exec('commit');
  }
  const elapsed = performance.now() - started;
  database.close();
  rmSync(folder, { recursive: true });
  return elapsed;
}
