import { appendFileSync } from 'node:fs';
import { openDatabase } from '@tournee/db';
import { startableAgenda } from './agenda-fixture.ts';

/**
 * A hub process with nothing but Agenda, for specs that need several, and that kill them.
 * Arguments: address of the database, file to which each run adds a line, lifetime of a lock in milliseconds.
 */
const [url = '', file = '', lockMs = ''] = process.argv.slice(2);
const database = await openDatabase(url);
const agenda = startableAgenda(database, {
  name: `worker ${String(process.pid)}`,
  defaultLockLifetime: Number(lockMs),
});
const note = (event: string, id: string | undefined): void => {
  appendFileSync(file, `${event} ${id ?? ''} ${String(process.pid)}\n`);
};

agenda.define('short', async (job) => note('done', job.attrs._id), { concurrency: 3, lockLimit: 3 });
agenda.define('endless', async (job) => {
  note('begun', job.attrs._id);
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
process.on('SIGTERM', () => {
  void agenda
    .drain(5_000)
    .then(() => database.close())
    .then(() => process.exit(0));
});
await agenda.start();
note('ready', 'worker');
