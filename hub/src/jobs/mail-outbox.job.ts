import type { JobContext, JobDefinition } from './job-definition.ts';
import { jobMessages } from './job.messages.ts';

export interface MailOutboxJobServices {
  readonly schedule: () => Promise<string | null>;
  /** Sends the mails that are due, see `mail/send-due.ts`. */
  readonly sendDue: (
    signal: AbortSignal,
  ) => Promise<{ sent: number; retried: number; failed: number; uncertain: number }>;
}

/** Sends what waits in the outbox. The hub also asks for a run when it has written a mail, so that it need not wait. */
export function mailOutboxJob({ schedule, sendDue }: MailOutboxJobServices): JobDefinition {
  return {
    name: 'mail-outbox',
    label: jobMessages.labels['mail-outbox'],
    schedule,
    run: async ({ signal }: JobContext) => ({ ...(await sendDue(signal)) }),
  };
}
