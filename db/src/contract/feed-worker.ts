import { setTimeout } from 'node:timers/promises';
import type { Database } from '../engines/database.ts';
import { openDatabase } from '../engines/open-database.ts';
import { publishing } from '../repositories/publishing.ts';
import { syncDocRepository } from '../repositories/sync-doc.repository.ts';

/** A writer or a reader of the feed in a process of its own, for feed-order.db.spec.ts. */
const [, , url = '', task = '', argument = '{}'] = process.argv;

export interface WriterTask {
  readonly name: string;
  readonly seed: number;
  readonly transactions: number;
}

export interface ReaderTask {
  readonly scopes: readonly string[];
  readonly limit: number;
}

/** What a reader holds at the end: body by id. */
export type Held = Record<string, string>;

const SCOPES = ['rep:A', 'rep:B', 'admin'];
const DOCUMENTS_PER_WRITER = 12;
const OPEN_MAX_MS = 25;

/** Numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Documents come, change, move between scopes and leave, in transactions that stay open for a while. */
async function write(database: Database, { name, seed, transactions }: WriterTask): Promise<void> {
  const random = randomFrom(seed);
  for (let round = 0; round < transactions; round += 1) {
    const documents = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
      const id = `${name}-${String(Math.floor(random() * DOCUMENTS_PER_WRITER))}`;
      const scopes = SCOPES.filter(() => random() < 0.6);
      return { collection: 'client' as const, id, scopes, body: JSON.stringify({ id, round }) };
    });
    const [before, after] = [random() * OPEN_MAX_MS, random() * OPEN_MAX_MS];
    await publishing(database, async (_tx, feed) => {
      await setTimeout(before);
      await feed.publish([...new Map(documents.map((one) => [one.id, one])).values()], new Date());
      await setTimeout(after);
    });
  }
}

/** Pulls by checkpoint, page after page, as a device does, until it is told to stop and there is nothing more. */
async function read(database: Database, { scopes, limit }: ReaderTask): Promise<Held> {
  const feed = syncDocRepository(database.db);
  const held = new Map<string, string>();
  let afterSeq = 0;
  const told = { toStop: false };
  process.on('message', () => (told.toStop = true));
  for (;;) {
    const isLast = told.toStop;
    const { rows, lastSeq } = await feed.pull({ collection: 'client', scopes, limit, afterSeq });
    for (const { id, seq, deleted, body } of rows) {
      if (seq <= afterSeq) throw new Error(`number ${String(seq)} came after ${String(afterSeq)}`);
      afterSeq = seq;
      if (deleted) held.delete(id);
      else held.set(id, body);
    }
    afterSeq = Math.max(afterSeq, lastSeq);
    if (rows.length === limit) continue;
    if (isLast) return Object.fromEntries(held);
    await setTimeout(1);
  }
}

async function tell(message: unknown): Promise<void> {
  await new Promise((resolve) => {
    process.send?.(message, undefined, undefined, resolve);
  });
}

const database = await openDatabase(url);
await tell('ready');
if (task === 'write') {
  await write(database, JSON.parse(argument) as WriterTask);
  await tell('written');
} else {
  await tell(await read(database, JSON.parse(argument) as ReaderTask));
}
await database.close();
process.disconnect();
