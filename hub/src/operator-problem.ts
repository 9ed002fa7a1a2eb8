import { errorCode } from './error-code.ts';
import { StartupProblem } from './startup-problem.ts';

/**
 * Whether an error is for the operator to put right: its message is then all that they need. The database's code is
 * loaded only to tell: a process that keeps several hubs has no other use for it.
 */
export async function isForOperator(error: unknown): Promise<boolean> {
  if (error instanceof StartupProblem || errorCode(error)?.startsWith('ERR_PARSE_ARGS')) return true;
  const { BaseProblem } = await import('@tournee/db');
  return error instanceof BaseProblem;
}

/** Runs a command: its answer goes to standard output, and what an operator can put right to standard error, in a line. */
export async function runCommand(command: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(await command());
  } catch (error) {
    if (!(error instanceof Error) || !(await isForOperator(error))) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
