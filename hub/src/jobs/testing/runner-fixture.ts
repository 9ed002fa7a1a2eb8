import type { Database } from '@tournee/db';
import { systemClock } from '../../clock.ts';
import type { Log } from '../../logger.ts';
import type { TroubleReport } from '../../mail/trouble-reporter.ts';
import type { JobDefinition } from '../job-definition.ts';
import { createJobRunner, type JobRunner, type JobRunnerOptions } from '../job-runner.ts';

export interface RunnerFixture {
  readonly runner: JobRunner;
  readonly troubles: TroubleReport[];
  /** Messages of level error. */
  readonly errors: string[];
}

/** A runner that polls fast, with what it logs and reports kept for the spec. */
export function createRunner(
  database: Database,
  jobs: readonly JobDefinition[],
  options: Partial<JobRunnerOptions> = {},
): RunnerFixture {
  const troubles: TroubleReport[] = [];
  const errors: string[] = [];
  const quiet = (): void => undefined;
  const log: Log = {
    info: quiet,
    warn: quiet,
    debug: quiet,
    error: (_details: unknown, message?: string) => void errors.push(message ?? ''),
  };
  const reportTrouble = async (report: TroubleReport): Promise<void> => void troubles.push(report);
  const speed = { pollMs: 50, lockMs: 1_500, retryDelays: [50, 50] };
  const runner = createJobRunner({
    database,
    jobs,
    log,
    clock: systemClock,
    reportTrouble,
    ...speed,
    ...options,
  });
  return { runner, troubles, errors };
}

/** A job that runs only when asked for, and does nothing. */
export function aJob(changes: Partial<JobDefinition> = {}): JobDefinition {
  return { name: 'work', label: 'Travail', schedule: async () => null, run: async () => ({}), ...changes };
}
