import { appUserRepository, clientRelation, type Database, scopesOfUser } from '@tournee/db';
import { openTestDatabase, type TestDatabase } from '@tournee/db/testing';
import type { Viewer } from '../context.ts';
import { silentLog } from '../logger.ts';
import { createFieldWorkHandlers } from '../operation-handlers.ts';
import { fillTestBase } from '../testing/test-base.ts';
import { testClock } from '../testing/test-clock.ts';
import { visitOperation } from '../testing/test-operations.ts';
import { createPullService } from './pull.service.ts';
import { PushService } from './push.service.ts';

let test: TestDatabase;
let viewer: Viewer;
/** Lets the waiting flushes reach the disk. */
let reachDisk: () => void;
let flushes: number;

beforeEach(async () => {
  test = await openTestDatabase();
  await fillTestBase(test.database);
  viewer = await viewerNamed('igarnier');
  flushes = 0;
  const disk = new Promise<void>((resolve) => (reachDisk = resolve));
  const { flush } = test.database;
  Object.assign(test.database, {
    flush: () => {
      flushes += 1;
      return disk.then(flush);
    },
  });
});
afterEach(() => test.remove());

async function viewerNamed(name: string): Promise<Viewer> {
  const user = await appUserRepository(test.database.db).findByName(name);
  if (!user) throw new Error('no such user');
  const { id: userId, role, ...rest } = user;
  const tokenExpiresAt = new Date('2099-01-01T00:00:00Z');
  const scopes = scopesOfUser(user);
  return { ...rest, userId, role: role as Viewer['role'], deviceId: 'd1', scopes, tokenExpiresAt };
}

function pushService(database: Database): PushService {
  const clock = testClock();
  const handlers = createFieldWorkHandlers(clock);
  return new PushService({ database, clock, log: silentLog(), handlers, onCommit: () => undefined });
}

/** Whether a promise is settled once everything else that could run has run. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const pause = new Promise((resolve) => setTimeout(() => resolve('waiting'), 300));
  return (await Promise.race([promise, pause])) !== 'waiting';
}

describe('a power cut', () => {
  it('takes back nothing that a push was answered for: one wait for the disk, before the answer', async () => {
    const answer = pushService(test.database).push(viewer, [visitOperation(), visitOperation()]);
    expect(await isSettled(answer)).toBe(false);
    expect(await test.database.db.$count(clientRelation)).toBe(2);
    expect(flushes).toBe(1);
    reachDisk();
    expect((await answer).map(({ status }) => status)).toEqual(['integrated', 'integrated']);
  });

  it('takes back no number that a device has seen', async () => {
    const pull = createPullService(test.database, testClock());
    const push = pushService(test.database).push(viewer, [visitOperation()]);
    expect(await isSettled(push)).toBe(false);
    const page = pull.pull(viewer, 'operation', { limit: 10 });
    expect(await isSettled(page)).toBe(false);
    reachDisk();
    await push;
    const { checkpoint } = await pull.pull(viewer, 'operation', { limit: 10 });
    const before = flushes;
    await pull.pull(viewer, 'operation', { limit: 10, checkpoint });
    expect(flushes).toBe(before);
  });
});
