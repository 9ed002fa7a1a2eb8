import { type Database, signInAttemptRepository } from '@tournee/db';
import type { Clock } from '../../clock.ts';
import { refuse } from '../../errors.ts';
import { sessionMessages } from './session.messages.ts';

export const WINDOW_MINUTES = 15;
export const FAILURES_PER_USER = 5;
export const FAILURES_PER_ADDRESS = 30;

/** An attempt that has begun. It counts as a failure until it is said to be a success. */
export interface Attempt {
  succeed(): Promise<void>;
}

export interface SignInLimits {
  /**
   * Begins an attempt for a user name from an address.
   * @throws TOO_MANY_ATTEMPTS with `retryAt`
   */
  begin(userName: string, address: string): Promise<Attempt>;
}

/**
 * Limits failed sign-ins in a sliding window kept in the database, so that it holds across hub processes.
 * The attempt is written before the password is looked at, and counted by its place in line: a hundred guesses sent at
 * the same instant get no further than five sent one by one.
 */
export function createSignInLimits(database: Database, clock: Clock): SignInLimits {
  const attempts = signInAttemptRepository(database.db);

  async function enter(subject: string, limit: number, now: Date): Promise<number> {
    const since = new Date(now.getTime() - WINDOW_MINUTES * 60_000);
    const id = await attempts.insert(subject, now);
    const times = await attempts.timesUpTo(subject, since, id);
    if (times.length <= limit) return id;
    // A refused attempt does not count: whoever keeps trying does not lock the owner out for ever.
    await attempts.delete([id]);
    throw tooMany(new Date((times[0] ?? now).getTime() + WINDOW_MINUTES * 60_000), now);
  }

  return {
    async begin(userName, address) {
      const now = clock.now();
      await attempts.deleteBefore(new Date(now.getTime() - WINDOW_MINUTES * 60_000));
      const user = subjectOf('user', userName.toLowerCase());
      const addressId = await enter(subjectOf('address', address), FAILURES_PER_ADDRESS, now);
      try {
        await enter(user, FAILURES_PER_USER, now);
      } catch (error) {
        // Somebody else may have been guessing at this name: that is not the fault of everybody at this address.
        await attempts.delete([addressId]);
        throw error;
      }
      return {
        async succeed() {
          await attempts.deleteOf(user);
          await attempts.delete([addressId]);
        },
      };
    },
  };
}

/** The column holds 120 characters; whatever a stranger sends is cut to fit. */
function subjectOf(kind: 'user' | 'address', value: string): string {
  return `${kind}:${value}`.slice(0, 120);
}

function tooMany(retryAt: Date, now: Date): Error {
  const minutes = Math.ceil((retryAt.getTime() - now.getTime()) / 60_000);
  return refuse('TOO_MANY_ATTEMPTS', sessionMessages.tooManyAttempts(minutes), {
    retryAt: retryAt.toISOString(),
  });
}
