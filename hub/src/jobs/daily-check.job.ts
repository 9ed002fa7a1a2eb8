import type { TroubleReport } from '../mail/trouble-reporter.ts';
import type { JobCounts, JobDefinition } from './job-definition.ts';
import { jobMessages } from './job.messages.ts';

/** What the check found, by kind: 0 is as it should be. */
export interface Findings {
  /** Damages found in the file of the base. */
  readonly damages: number;
  readonly integrationErrors: number;
  readonly unsentMails: number;
  readonly waitingMails: number;
  readonly devicesBehind: number;
  readonly failingJobs: readonly string[];
  /** Hours since the offline base was made, when that is more than the setting allows. */
  readonly staleBaseHours: number | null;
}

export interface DailyCheckJobServices {
  readonly schedule: () => Promise<string | null>;
  readonly look: () => Promise<Findings>;
  readonly reportTrouble: (report: TroubleReport) => Promise<void>;
}

/** Looks once a day at what waits for somebody, and mails the error addresses when there is something. */
export function dailyCheckJob({ schedule, look, reportTrouble }: DailyCheckJobServices): JobDefinition {
  return {
    name: 'daily-check',
    label: jobMessages.labels['daily-check'],
    schedule,
    run: async () => {
      const findings = await look();
      const paragraphs = describe(findings);
      if (paragraphs.length > 0) {
        const { title, advice } = jobMessages.dailyCheck;
        await reportTrouble({ kind: 'daily-check', title, paragraphs: [...paragraphs, advice] });
      }
      return countsOf(findings);
    },
  };
}

function describe(findings: Findings): string[] {
  const words = jobMessages.dailyCheck;
  return [
    ...(findings.damages === 0 ? [] : [words.damages(findings.damages)]),
    ...(findings.staleBaseHours === null ? [] : [words.staleBase(findings.staleBaseHours)]),
    ...(findings.failingJobs.length === 0 ? [] : [words.failingJobs(findings.failingJobs)]),
    ...(findings.integrationErrors === 0 ? [] : [words.integrationErrors(findings.integrationErrors)]),
    ...(findings.unsentMails === 0 ? [] : [words.unsentMails(findings.unsentMails)]),
    ...(findings.waitingMails === 0 ? [] : [words.waitingMails(findings.waitingMails)]),
    ...(findings.devicesBehind === 0 ? [] : [words.devicesBehind(findings.devicesBehind)]),
  ];
}

function countsOf({ failingJobs, staleBaseHours, ...counts }: Findings): JobCounts {
  return { ...counts, failingJobs: failingJobs.length, staleBaseHours: staleBaseHours ?? 0 };
}
