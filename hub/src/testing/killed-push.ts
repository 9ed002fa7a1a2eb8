import { text } from 'node:stream/consumers';
import { openDatabase } from '@tournee/db';
import { composeHub } from '../composition.ts';
import { silentLog } from '../logger.ts';
import { killAtStatement } from './kill-at-statement.ts';
import { testClock } from './test-clock.ts';

export interface KilledPush {
  databaseUrl: string;
  secret: string;
  token: string;
  /** Number of the statement before which the process kills itself, 0 for never; `answer`: after the commit, before the answer. */
  killAt: number | 'answer';
  body: string;
}

/** A hub that pushes once, and kills itself on the way if told so. A program of its own: see push-killed.db.spec.ts. */
const { databaseUrl, secret, token, killAt, body } = JSON.parse(await text(process.stdin)) as KilledPush;
const database = await openDatabase(databaseUrl);
const count = killAtStatement(database, killAt === 'answer' ? 0 : killAt);
const { yoga } = composeHub({
  database,
  clock: testClock(),
  log: silentLog(),
  secret,
  isProduction: false,
  smtpUrl: null,
  dataFolder: '',
  localUrl: () => '',
  pruneLogs: () => Promise.resolve(0),
});
const request = new Request('http://localhost/graphql', {
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  body,
});
const response = await yoga.fetch(request, { req: { headers: {}, socket: {} } } as never);
if (killAt === 'answer') process.kill(process.pid, 'SIGKILL');
process.stdout.write(JSON.stringify({ statements: count(), answer: (await response.json()) as unknown }));
await database.close();
