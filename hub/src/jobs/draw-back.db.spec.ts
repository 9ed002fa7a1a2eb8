import { type Database, jobRepository, mail, mailRepository, signInAttemptRepository } from '@tournee/db';
import { openTestDatabase } from '@tournee/db/testing';
import { silentLog } from '../logger.ts';
import { createJobRunner, type JobRunner } from './job-runner.ts';
import { drawBack } from './draw-back.ts';

const MONTH = 30 * 86_400_000;
const MINUTE = 60_000;

let database: Database;
let remove: () => Promise<void>;
let runner: JobRunner;

beforeEach(async () => {
  ({ database, remove } = await openTestDatabase());
  runner = createJobRunner({
    database,
    log: silentLog(),
    clock: { now: () => new Date() },
    jobs: [
      {
        name: 'every-minute',
        label: 'x',
        schedule: () => Promise.resolve('* * * * *'),
        run: () => Promise.resolve({}),
      },
    ],
    reportTrouble: () => Promise.resolve(),
  });
});
afterEach(async () => {
  await runner.stop();
  await remove();
});

describe('drawBack', () => {
  it('gives a job that waits for next month its next run by its schedule, and leaves the others alone', async () => {
    await runner.applySchedules();
    const jobs = jobRepository(database.db);
    const row = await jobs.findSingle('every-minute');
    const now = new Date();
    expect((await drawBack(database, now, now)).jobs).toBe(0);
    await jobs.update(row?.id ?? '', 'every-minute', { nextRunAt: new Date(now.getTime() + MONTH) });
    expect((await drawBack(database, now, now)).jobs).toBe(1);
    const next = (await jobs.findSingle('every-minute'))?.nextRunAt?.getTime() ?? 0;
    expect(next - now.getTime()).toBeLessThanOrEqual(MINUTE);
  });

  it('makes a mail due whose next try lies further ahead than any, and forgets guesses from the future', async () => {
    const now = new Date();
    const ahead = new Date(now.getTime() + MONTH);
    await mailRepository(database.db).insert({
      cause: 'x',
      kind: 'x',
      messageId: '<x@x>',
      senderName: null,
      senderAddress: null,
      recipients: '["a@b.fr"]',
      recipient: 'a@b.fr',
      subject: 'x',
      text: 'x',
      html: 'x',
      isTrouble: false,
      createdAt: ahead,
    });
    const attempts = signInAttemptRepository(database.db);
    const id = await attempts.insert('user:x', 'x', ahead);
    expect(await drawBack(database, now, now)).toMatchObject({ mails: 1, attempts: 1 });
    expect((await database.db.select().from(mail))[0]?.nextTryAt?.getTime()).toBe(now.getTime());
    expect(await attempts.timesUpTo('user:x', new Date(0), id + 1)).toEqual([]);
  });
});
