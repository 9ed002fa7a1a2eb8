import { createServer as createProbe } from 'node:net';
import { fileURLToPath } from 'node:url';
import { appUserRepository, createWinpneuTables, type Database, migrate, openDatabase } from '@tournee/db';
import { type Clock, systemClock } from './clock.ts';
import { composeHub, type CompositionOptions } from './composition.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { createWebApp } from './http/web-app.ts';
import { pruneLogFiles } from './log-files.ts';
import { createLog, type Log } from './logger.ts';
import { composeBaseRefresh } from './compose-base-refresh.ts';
import { hashPassword } from './modules/session/password.ts';
import { loadSecret } from './secret.ts';
import { listen, type ServerDependencies } from './server.ts';
import { startListening } from './start-listening.ts';
import { LOOPBACK } from './cluster/balancer.ts';
import { ensureWritableFolder } from './writable-folder.ts';

export interface HubOptions extends Partial<Omit<Environment, 'dataFolder'>> {
  dataFolder: string;
  /** Fill a new base with demo data. */
  hasDemo?: boolean;
  log?: Log;
  clock?: Clock;
  /** Port of the balancer that this hub stands behind: it then listens to this machine only. */
  publicPort?: number;
  /** Folder of the built web app. */
  webRoot?: string;
  bell?: CompositionOptions['bell'];
  /** How fast jobs are looked for; `false`: this process runs none, as in specs about something else. */
  jobs?: CompositionOptions['jobs'] | false;
  timeouts?: ServerDependencies['timeouts'];
}

export interface Hub {
  port: number;
  /** `http://localhost:<port>` */
  url: string;
  /** The demo accounts can sign in. */
  hasDemoAccounts: boolean;
  /** Stops accepting, finishes what is in flight, ends the streams, closes the database. */
  close(): Promise<void>;
}

const WEB_ROOT = fileURLToPath(new URL('../../client/dist/browser', import.meta.url));

/**
 * Starts a hub in this process: opens the database and brings it up to date, makes the demo base and the offline base
 * where there is none, and listens.
 * @throws {StartupProblem} and the database's own errors, each with one sentence for the operator
 */
export async function startHub(options: HubOptions): Promise<Hub> {
  const { log = createLog(), clock = systemClock } = options;
  const environment = { ...readEnvironment({ TOURNEE_DATA: options.dataFolder }), ...options };
  await probePort(environment.port);
  await ensureWritableFolder(environment.dataFolder, 'data', 'TOURNEE_DATA');
  const secret = environment.secret ?? (await loadSecret(environment.dataFolder));
  const database = await openDatabase(environment.databaseUrl);
  try {
    await prepareBase(database, { log, clock, hasDemo: options.hasDemo ?? false });
    const { isProduction, smtpUrl, dataFolder, logFolder, trustedProxies } = environment;
    const jobs = options.jobs === false ? undefined : options.jobs;
    let url = '';
    const localUrl = (): string => url;
    const pruneLogs = (before: Date): Promise<number> => pruneLogFiles(logFolder, before);
    const parts = { database, clock, log, secret, isProduction, smtpUrl, dataFolder, localUrl, pruneLogs };
    const { yoga, bell, automate } = composeHub({ ...parts, trustedProxies, jobs, bell: options.bell });
    const webApp = createWebApp(options.webRoot ?? WEB_ROOT);
    const server = await listen(environment.port, {
      host: options.publicPort === undefined ? undefined : LOOPBACK,
      yoga,
      webApp,
      database,
      log,
      timeouts: options.timeouts,
    });
    url = `http://localhost:${String(options.publicPort ?? server.port)}`;
    if (options.jobs !== false) await automate.runner.start();
    const close = async (): Promise<void> => {
      // The streams first: nothing else would end them, and the server waits for what is in flight.
      await bell.close();
      await server.close();
      await automate.close();
      await database.close();
    };
    return {
      port: server.port,
      url,
      hasDemoAccounts: (options.hasDemo ?? false) && (await hasDemoAccounts(database)),
      close: once(close),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Says at once that the port is taken, rather than after minutes of making a base. */
async function probePort(port: number): Promise<void> {
  if (port === 0) return;
  const probe = createProbe();
  await startListening(probe, port);
  await new Promise((resolve) => probe.close(resolve));
}

interface BaseOptions {
  log: Log;
  clock: Clock;
  hasDemo: boolean;
}

async function prepareBase(database: Database, { log, clock, hasDemo }: BaseOptions): Promise<void> {
  // winpneu has its tables; the embedded engine stands in for it where there is no winpneu.
  if (database.engine === 'embedded') await createWinpneuTables(database);
  const migrations = await migrate(database);
  if (migrations.length > 0) log.info({ migrations }, 'database brought up to date');
  if (hasDemo && (await appUserRepository(database.db).isEmpty())) {
    log.info('making the demo base');
    const { createDemoBase } = await import('@tournee/db/demo');
    await createDemoBase(database, { hashPassword, now: clock.now() });
  }
  const baseRefresh = composeBaseRefresh({ database, clock, log });
  if (await baseRefresh.hasBase()) return;
  log.info('making the offline base');
  await baseRefresh.run();
}

/** A base with real users does not become a demo by being started as one. */
async function hasDemoAccounts(database: Database): Promise<boolean> {
  const { DEMO_USERS } = await import('@tournee/db/demo');
  const users = appUserRepository(database.db);
  const found = await Promise.all(DEMO_USERS.map(({ userWindows }) => users.findByName(userWindows)));
  return found.every((user) => user?.isActive);
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}
