import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openTestDatabase, type TestDatabase } from '@tournee/db/testing';
import { startableAgenda, until } from './testing/agenda-fixture.ts';

const WORKER = fileURLToPath(new URL('./testing/agenda-worker.process.ts', import.meta.url));
const SLOW = 120_000;

describe('agenda, in several processes on one database', () => {
  let test: TestDatabase;
  let folder: string;
  let file: string;
  let workers: ChildProcess[];

  beforeEach(async () => {
    test = await openTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'tournee-jobs-'));
    file = join(folder, 'runs.txt');
    await writeFile(file, '');
    workers = [];
  });
  afterEach(async () => {
    for (const worker of workers.filter(
      ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
    )) {
      const exited = once(worker, 'exit');
      worker.kill('SIGTERM');
      await exited;
    }
    await test.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const lines = async (event: string): Promise<{ id: string; pid: string }[]> => {
    const all = (await readFile(file, 'utf8')).split('\n').map((line) => line.split(' '));
    return all.filter(([name]) => name === event).map(([, id = '', pid = '']) => ({ id, pid }));
  };
  const startWorkers = async (count: number, lockMs: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) {
      workers.push(spawn(process.execPath, [WORKER, test.url, file, String(lockMs)], { stdio: 'inherit' }));
    }
    await until(async () => (await lines('ready')).length === count, 60_000);
  };

  it(
    'runs each of 200 jobs exactly once, in all of them',
    async () => {
      await startWorkers(3, 10_000);
      const agenda = startableAgenda(test.database);
      await Promise.all(Array.from({ length: 200 }, (_, n) => agenda.now('short', { n })));
      await until(async () => (await agenda.queryJobs({ state: 'completed' })).total === 200, 90_000);
      const runs = await lines('done');
      expect(runs).toHaveLength(200);
      expect(new Set(runs.map(({ id }) => id)).size).toBe(200);
      expect(new Set(runs.map(({ pid }) => pid)).size).toBe(3);
    },
    SLOW,
  );

  it(
    'takes over the job of a process that was killed, when its lock has expired',
    async () => {
      const lockMs = 1_500;
      await startWorkers(2, lockMs);
      const job = await startableAgenda(test.database).now('endless', {});
      await until(async () => (await lines('begun')).length === 1);
      const [first] = await lines('begun');
      const killedAt = Date.now();
      workers.find(({ pid }) => String(pid) === first?.pid)?.kill('SIGKILL');
      await until(async () => (await lines('begun')).length === 2, 30_000);
      const [, second] = await lines('begun');
      expect(second?.id).toBe(job.attrs._id);
      expect(second?.pid).not.toBe(first?.pid);
      expect(Date.now() - killedAt).toBeGreaterThan(lockMs / 2);
      // The job hangs in the survivor, too: there is nothing left to wait for.
      for (const worker of workers) worker.kill('SIGKILL');
      await Promise.all(
        workers.filter(({ signalCode }) => signalCode === null).map((worker) => once(worker, 'exit')),
      );
    },
    SLOW,
  );
});
