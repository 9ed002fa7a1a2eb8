import { type Database, signInAttemptRepository } from '@tournee/db';
import type { Clock } from '../../clock.ts';
import { refuse } from '../../errors.ts';
import { networkOf } from './network-of.ts';
import { sessionMessages } from './session.messages.ts';

export const WINDOW_MINUTES = 15;
/** At one user from one network, which is what a person who forgot a password needs. */
export const FAILURES_PER_USER = 5;
export const FAILURES_PER_NETWORK = 30;
/** At one user from everywhere: guesses that are spread over many addresses. */
export const FAILURES_AT_USER = 50;

/** An attempt that has begun. It counts as a failure until it is said to be a success. */
export interface Attempt {
  succeed(): Promise<void>;
}

/** A device that the user signed in on before counts for itself: others' guesses never lock it out. */
export type AttemptFrom = { address: string } | { device: string };

export interface SignInLimits {
  /**
   * Begins an attempt for a user name.
   * @throws TOO_MANY_ATTEMPTS with `retryAt`
   */
  begin(userName: string, from: AttemptFrom): Promise<Attempt>;
  /** Until when guesses have shut each of some users, by the name as given; not for those that are open. */
  locks(userNames: readonly string[]): Promise<Map<string, Date>>;
  /** Forgets the guesses at a user. */
  lift(userName: string): Promise<void>;
}

/**
 * Limits failed sign-ins in a sliding window kept in the database, so that it holds across hub processes.
 * The attempt is written before the password is looked at, and counted by its place in line: a hundred guesses sent at
 * the same instant get no further than five sent one by one.
 */
export function createSignInLimits(database: Database, clock: Clock): SignInLimits {
  const attempts = signInAttemptRepository(database.db);
  const windowStart = (now: Date): Date => new Date(now.getTime() - WINDOW_MINUTES * 60_000);

  async function enter(counter: Counter, name: string, now: Date): Promise<number> {
    const id = await attempts.insert(counter.subject, name, now);
    const times = await attempts.timesUpTo(counter.subject, windowStart(now), id);
    if (times.length <= counter.limit) return id;
    // A refused attempt does not count: whoever keeps trying does not lock the owner out for ever.
    await attempts.delete([id]);
    throw tooMany(endOf(times[0] ?? now), now);
  }

  return {
    async begin(userName, from) {
      const now = clock.now();
      await attempts.deleteBefore(windowStart(now));
      const name = folded(userName);
      const entered: { id: number; counter: Counter }[] = [];
      for (const counter of countersOf(name, from)) {
        try {
          entered.push({ id: await enter(counter, name, now), counter });
        } catch (error) {
          // Somebody else may have been guessing at this name: that is not the fault of everybody at this address.
          await attempts.delete(entered.map(({ id }) => id));
          throw error;
        }
      }
      return {
        async succeed() {
          const own = entered.filter(({ counter }) => counter.isOwn).map(({ counter }) => counter.subject);
          await attempts.deleteOf(own);
          await attempts.delete(entered.map(({ id }) => id));
        },
      };
    },

    async locks(userNames) {
      const now = clock.now();
      const rows = await attempts.ofUsers(userNames.map(folded), windowStart(now));
      const ends = new Map<string, Date>();
      for (const { userName, attemptedAt } of shutting(rows)) ends.set(userName, endOf(attemptedAt));
      return new Map(
        userNames.flatMap((name) => {
          const end = ends.get(folded(name));
          return end === undefined ? [] : [[name, end] as const];
        }),
      );
    },

    lift: (userName) => attempts.deleteAt(folded(userName)),
  };
}

interface Counter {
  subject: string;
  limit: number;
  /** A success shows that its failures were the user's own. */
  isOwn: boolean;
}

function countersOf(name: string, from: AttemptFrom): Counter[] {
  if ('device' in from) return [counter(`device:${from.device}`, FAILURES_PER_USER, true)];
  const network = networkOf(from.address);
  return [
    counter(`address:${network}`, FAILURES_PER_NETWORK, false),
    counter(`guess:${network} ${name}`, FAILURES_PER_USER, true),
    counter(`user:${name}`, FAILURES_AT_USER, false),
  ];
}

/** The column holds 120 characters; whatever a stranger sends is cut to fit. */
function counter(subject: string, limit: number, isOwn: boolean): Counter {
  return { subject: subject.slice(0, 120), limit, isOwn };
}

function folded(userName: string): string {
  return userName.trim().toLowerCase().slice(0, 120);
}

/** The first attempt of each subject that is full: the lock ends when that one leaves the window. */
function shutting(
  rows: readonly { subject: string; userName: string | null; attemptedAt: Date }[],
): { userName: string; attemptedAt: Date }[] {
  const bySubject = new Map<string, { userName: string; attemptedAt: Date; count: number }>();
  for (const { subject, userName, attemptedAt } of rows) {
    const known = bySubject.get(subject);
    if (known) known.count += 1;
    // An address is shut by guesses at many users: that is no lock of one of them.
    else if (userName !== null && !subject.startsWith('address:'))
      bySubject.set(subject, { userName, attemptedAt, count: 1 });
  }
  return [...bySubject].flatMap(([subject, first]) =>
    first.count >= (subject.startsWith('user:') ? FAILURES_AT_USER : FAILURES_PER_USER) ? [first] : [],
  );
}

function endOf(first: Date): Date {
  return new Date(first.getTime() + WINDOW_MINUTES * 60_000);
}

function tooMany(retryAt: Date, now: Date): Error {
  const minutes = Math.ceil((retryAt.getTime() - now.getTime()) / 60_000);
  return refuse('TOO_MANY_ATTEMPTS', sessionMessages.tooManyAttempts(minutes), {
    retryAt: retryAt.toISOString(),
  });
}
