import { parseArgs } from 'node:util';
import { BadDatabaseUrl, DatabaseUnreachable } from '@tournee/db';
import { describeDemo } from './demo-accounts.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { openLogFile } from './log-files.ts';
import { createLog, type Log } from './logger.ts';
import { type Hub, startHub } from './start-hub.ts';
import { StartupProblem } from './startup-problem.ts';
import { ensureWritableFolder } from './writable-folder.ts';

const HELP = `Usage: node hub/src/main.ts [--demo]

  --demo   fill a new base with demo data and show the demo accounts

Environment: TOURNEE_PORT, TOURNEE_DATA, TOURNEE_LOGS, DATABASE_URL, SMTP_URL, TOURNEE_SECRET, NODE_ENV (see README.md)
`;

function readArguments(): { hasDemo: boolean; isHelp: boolean } {
  try {
    const { values } = parseArgs({
      options: { demo: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    return { hasDemo: values.demo ?? false, isHelp: values.help ?? false };
  } catch (error) {
    throw new StartupProblem(error instanceof Error ? `${error.message}.` : 'Bad arguments.');
  }
}

/** First signal: finish what is in flight. Second one: somebody is in a hurry. */
function stopOnSignals(hub: Hub, log: Log): void {
  let isStopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, 'stopping');
    hub.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

async function run(): Promise<void> {
  const { hasDemo, isHelp } = readArguments();
  if (isHelp) {
    process.stdout.write(HELP);
    return;
  }
  const environment: Environment = readEnvironment();
  await ensureWritableFolder(environment.dataFolder, 'data', 'TOURNEE_DATA');
  await ensureWritableFolder(environment.logFolder, 'log', 'TOURNEE_LOGS');
  const log = createLog({ isTerminal: process.stdout.isTTY, file: await openLogFile(environment.logFolder) });
  const hub = await startHub({ ...environment, hasDemo, log });
  stopOnSignals(hub, log);
  process.stdout.write(`\nTournée is ready: ${hub.url}\n${hub.hasDemoAccounts ? await describeDemo() : ''}`);
}

function isForOperator(error: unknown): error is Error {
  return (
    error instanceof StartupProblem || error instanceof DatabaseUnreachable || error instanceof BadDatabaseUrl
  );
}

try {
  await run();
} catch (error) {
  const isPlain = isForOperator(error);
  process.stderr.write(isPlain ? `Tournée cannot start. ${error.message}\n` : 'Tournée cannot start.\n');
  if (!isPlain)
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
