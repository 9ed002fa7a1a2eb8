import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { syncDocRepository } from '../repositories/sync-doc.repository.ts';
import { feedTransactions } from '../testing/environment.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { Held, ReaderTask, WriterTask } from './feed-worker.ts';

const WORKER = fileURLToPath(new URL('feed-worker.ts', import.meta.url));
const TIMEOUT = 180_000;
const WRITERS = 3;
const READERS: readonly ReaderTask[] = [
  { scopes: ['rep:A'], limit: 3 },
  { scopes: ['rep:A', 'rep:B'], limit: 2 },
  { scopes: ['admin', 'rep:B'], limit: 50 },
];

describe('the feed, with many writers and readers in several processes', () => {
  let test: TestDatabase;
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    test = await openTestDatabase();
  }, TIMEOUT);
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await test.remove();
  });

  /** Answers when the process is ready; its answer is listened for from the start. */
  const start = async (
    task: string,
    argument: WriterTask | ReaderTask,
  ): Promise<{ child: ChildProcess; answer: Promise<unknown> }> => {
    const args = [test.url, task, JSON.stringify(argument)];
    const child = fork(WORKER, args, { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    children.push(child);
    await once(child, 'message');
    return { child, answer: once(child, 'message').then(([answer]: unknown[]) => answer) };
  };

  it(
    'shows every reader every document, though transactions stay open and end in any order',
    async () => {
      const readers = await Promise.all(READERS.map((task) => start('read', task)));
      const writers = await Promise.all(
        Array.from({ length: WRITERS }, (_, index) =>
          start('write', { name: `w${String(index)}`, seed: 7 + index, transactions: feedTransactions() }),
        ),
      );
      await Promise.all(writers.map(({ answer }) => answer));
      for (const { child } of readers) child.send('stop');
      for (const [index, { scopes }] of READERS.entries()) {
        expect(await readers[index]?.answer).toEqual(await liveDocuments(scopes));
      }
    },
    TIMEOUT,
  );

  /** What a reader must hold, by reading the feed from the start when everything is over. */
  async function liveDocuments(scopes: readonly string[]): Promise<Held> {
    const everything = { collection: 'client' as const, scopes, limit: 100_000, afterSeq: 0 };
    const { rows } = await syncDocRepository(test.database.db).pull(everything);
    return Object.fromEntries(rows.filter(({ deleted }) => !deleted).map(({ id, body }) => [id, body]));
  }
});
