import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BaseDamaged, type Database, openDatabase } from '@tournee/db';
import { damagePage } from '@tournee/db/testing/damage-page';
import { composeHub } from './composition.ts';
import { createHubJobs } from './hub-jobs.ts';
import { silentLog } from './logger.ts';
import type { TroubleReport } from './mail/trouble-reporter.ts';
import { openPreparedBase } from './prepare-base.ts';
import { testClock } from './testing/test-clock.ts';

const clock = testClock();
const log = silentLog();

// The embedded engine's own files, whatever database the other specs run on.
describe('a base with a damaged page', () => {
  let folder: string;
  let file: string;
  const open = () => openPreparedBase({ databaseUrl: `sqlite:${file}`, log, clock, hasDemo: false });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tournee-damaged-'));
    file = join(folder, 'hub.sqlite');
    await (await open()).database.close();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is not started on, nor written to', async () => {
    await damagePage(file);
    const before = await readFile(file);
    await expect(open()).rejects.toBeInstanceOf(BaseDamaged);
    expect((await readFile(file)).equals(before)).toBe(true);
  });

  it('is told to the error addresses by the daily check of a hub that runs', async () => {
    const check = async (): Promise<[unknown, string]> => {
      const database = await openDatabase(`sqlite:${file}`);
      try {
        return await runDailyCheck(database);
      } finally {
        await database.close();
      }
    };
    expect((await check())[0]).toBe(0);
    await damagePage(file);
    const [damages, words] = await check();
    expect(damages).toBeGreaterThan(0);
    expect(words).toContain('Le fichier de la base est abîmé');
  });
});

/** How many damages it counts, and what it mails. */
async function runDailyCheck(database: Database): Promise<[unknown, string]> {
  const parts = { isProduction: true, smtpUrl: null, dataFolder: '', localUrl: () => '', secret: 'a secret' };
  const steps = { pruneLogs: () => Promise.resolve(0), whenSteady: () => Promise.resolve() };
  const { automate } = composeHub({ database, clock, log, ...parts, pruneLogs: steps.pruneLogs });
  const mailed: TroubleReport[] = [];
  const reportTrouble = (report: TroubleReport): Promise<void> => {
    mailed.push(report);
    return Promise.resolve();
  };
  const mail = { ...automate.mail, reportTrouble };
  const jobs = createHubJobs({ database, clock, log, settings: automate.settings, mail, ...steps });
  const job = jobs.find(({ name }) => name === 'daily-check');
  const counts = await job?.run({ signal: new AbortController().signal, requestedBy: null, log });
  return [counts?.['damages'], mailed.flatMap(({ paragraphs }) => paragraphs).join(' ')];
}
