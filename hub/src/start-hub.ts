import { createServer as createProbe } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Clock, systemClock } from './clock.ts';
import { composeHub, type CompositionOptions } from './composition.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { createWebApp } from './http/web-app.ts';
import { pruneLogFiles } from './log-files.ts';
import { hasDemoAccounts } from './demo-accounts.ts';
import { createLog, type Log } from './logger.ts';
import { openPreparedBase } from './prepare-base.ts';
import { loadSecret } from './secret.ts';
import { listen, type ServerDependencies } from './server.ts';
import { startListening } from './start-listening.ts';
import { LOOPBACK } from './cluster/balancer.ts';
import { ensureWritableFolder } from './writable-folder.ts';

export interface HubOptions extends Partial<Omit<Environment, 'dataFolder'>> {
  dataFolder: string;
  /** Fill the base with demo data, if it is embedded and this start makes it. */
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
  /** Somebody can sign in. */
  hasUsers: boolean;
  /** Stops accepting, finishes what is in flight, ends the streams, closes the database. */
  close(): Promise<void>;
}

const WEB_ROOT = fileURLToPath(new URL('../../client/dist/browser', import.meta.url));

/**
 * Starts a hub in this process: opens the database and brings it up to date, makes what is missing, and listens.
 * @throws {StartupProblem} and the database's own errors, each with one sentence for the operator
 */
export async function startHub(options: HubOptions): Promise<Hub> {
  const { log = createLog(), clock = systemClock } = options;
  const environment = { ...readEnvironment({ TOURNEE_DATA: options.dataFolder }), ...options };
  await probePort(environment.port);
  await ensureWritableFolder(environment.dataFolder, 'data', 'TOURNEE_DATA');
  const secret = environment.secret ?? (await loadSecret(environment.dataFolder));
  const { databaseUrl } = environment;
  const hasDemo = options.hasDemo ?? false;
  const { database, hasUsers } = await openPreparedBase({ databaseUrl, log, clock, hasDemo });
  try {
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
      hasDemoAccounts: hasDemo && (await hasDemoAccounts(database)),
      hasUsers,
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

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}
