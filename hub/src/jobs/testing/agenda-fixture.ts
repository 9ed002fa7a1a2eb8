import type { Database } from '@tournee/db';
import { Agenda, type AgendaOptions, type JobParameters } from 'agenda';
import { createAgendaBackend } from '../agenda-backend.ts';

/** Agenda on the hub's backend, polling fast. */
export function startableAgenda(database: Database, options: Partial<AgendaOptions> = {}): Agenda {
  const { agenda } = createAgendaBackend(database);
  return new Agenda({
    backend: agenda,
    processEvery: 50,
    defaultLockLifetime: 2_000,
    name: 'spec',
    ...options,
  });
}

/** What Agenda hands to its repository for a new job. */
export function newJob(changes: Partial<JobParameters> = {}): JobParameters {
  return { name: 'work', priority: 0, nextRunAt: new Date(), type: 'normal', data: {}, ...changes };
}

/** Fulfilled when the condition holds; rejected when it does not within the time. */
export async function until(condition: () => boolean | Promise<boolean>, timeoutMs = 10_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('what was waited for did not happen');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
