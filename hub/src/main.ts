import { closeInTime } from './close-in-time.ts';
import { stopWithKeeper, tellKeeper, waitForGo } from './cluster/hub-of-cluster.ts';
import { startCluster } from './cluster/start-cluster.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { openLogFile } from './log-files.ts';
import { createLog, type Log } from './logger.ts';
import { readStartArguments, type StartArguments } from './start-arguments.ts';
import { isForOperator } from './operator-problem.ts';
import type { Hub } from './start-hub.ts';
import { startupMessages } from './startup.messages.ts';
import { ensureWritableFolder } from './writable-folder.ts';

const HELP = `Usage: node hub/src/main.ts [--demo] [--hubs N]

  --demo     fill the embedded base that this start makes with demo data; one that is there already, and any SQL Server,
             is left as it is (« npm run demo » asks before it fills one)
  --hubs N   start N hubs on the one database, behind a balancer on TOURNEE_PORT

Environment: TOURNEE_PORT, TOURNEE_DATA, TOURNEE_LOGS, DATABASE_URL, SMTP_URL, TOURNEE_SECRET, TOURNEE_DEV (see README.md)
`;

/** A hub, or several of them behind a balancer. */
type Running = Pick<Hub, 'url' | 'close'> & { notice: string };

/** Finishes what is in flight, then ends the process; it ends within ten seconds in any case. */
function end(running: Pick<Running, 'close'>, log: Log): void {
  closeInTime(() => running.close()).then(
    (outcome) => {
      if (outcome === 'late') log.error('stopped without waiting any longer: something did not end in time');
      process.exit(outcome === 'late' ? 1 : 0);
    },
    (error: unknown) => {
      log.error({ err: error }, 'could not stop cleanly');
      process.exit(1);
    },
  );
}

/** First signal: finish what is in flight. Second one: somebody is in a hurry. */
function stopOnSignals(running: Running, log: Log): void {
  let isStopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, 'stopping');
    end(running, log);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/**
 * A hub behind a balancer speaks to nobody but the process that started it. The hub's code is loaded where one runs: the
 * process that keeps several has no use for it.
 */
async function runBehind(publicPort: number, environment: Environment, options: HubStart): Promise<void> {
  let hub: Hub | null = null;
  const go = waitForGo();
  stopWithKeeper(() => {
    if (hub) end(hub, options.log);
    else process.exit(0);
  });
  const { startHub } = await import('./start-hub.ts');
  await go;
  hub = await startHub({ ...environment, ...options, port: 0, publicPort });
  tellKeeper({ kind: 'ready', port: hub.port, notice: await noticeOf(hub) });
}

async function runAlone(environment: Environment, options: HubStart): Promise<Running> {
  const { startHub } = await import('./start-hub.ts');
  const hub = await startHub({ ...environment, ...options });
  return { url: hub.url, notice: await noticeOf(hub), close: () => hub.close() };
}

/** How to get in. */
async function noticeOf({ hasDemoAccounts, hasUsers }: Hub): Promise<string> {
  if (hasDemoAccounts) return (await import('./demo-accounts.ts')).describeDemo();
  return hasUsers ? '' : startupMessages.noUsers;
}

interface HubStart {
  hasDemo: boolean;
  log: Log;
}

async function run({ hasDemo, hubs, behind }: StartArguments): Promise<void> {
  const environment: Environment = readEnvironment();
  await ensureWritableFolder(environment.dataFolder, 'data', 'TOURNEE_DATA');
  await ensureWritableFolder(environment.logFolder, 'log', 'TOURNEE_LOGS');
  const log = createLog({ isTerminal: process.stdout.isTTY, file: await openLogFile(environment.logFolder) });
  const options: HubStart = { hasDemo, log };
  if (behind !== null) {
    await runBehind(behind, environment, options);
    return;
  }
  const running: Running =
    hubs > 1
      ? await startCluster({ ...options, hubs, port: environment.port })
      : await runAlone(environment, options);
  stopOnSignals(running, log);
  process.stdout.write(`\nTournée is ready: ${running.url}\n${running.notice}`);
}

try {
  const given = readStartArguments();
  if (given.isHelp) process.stdout.write(HELP);
  else await run(given);
} catch (error) {
  const isPlain = error instanceof Error && (await isForOperator(error));
  process.stderr.write(isPlain ? `Tournée cannot start. ${error.message}\n` : 'Tournée cannot start.\n');
  if (!isPlain)
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
