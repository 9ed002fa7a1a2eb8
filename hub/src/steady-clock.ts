import { setTimeout } from 'node:timers/promises';
import type { Clock } from './clock.ts';

const TOLERATED_MS = 60_000;
const LOOK_EVERY_MS = 1_000;

export interface SteadyClockOptions {
  /** The time of the wall, which somebody may set. */
  readonly clock: Clock;
  /** Milliseconds of a clock that nobody can set. */
  readonly monotonic?: () => number;
  /** How long the wall must have gone as fast as that one. Default 1 minute. */
  readonly settleMs?: number;
}

/**
 * Waits until the clock has been steady for a minute, then answers. What deletes by age asks it first: a clock that was
 * a month ahead for a moment must not make a month of work old.
 */
export function createSteadyClock({
  clock,
  monotonic = () => performance.now(),
  settleMs = TOLERATED_MS,
}: SteadyClockOptions): (signal: AbortSignal) => Promise<void> {
  const look = (): { at: number; offset: number } => {
    const at = monotonic();
    return { at, offset: clock.now().getTime() - at };
  };
  let since = look();
  const isSteady = (): boolean => {
    const seen = look();
    if (Math.abs(seen.offset - since.offset) > TOLERATED_MS) since = seen;
    return seen.at - since.at >= settleMs;
  };
  return async (signal) => {
    // A jump that nobody saw happen counts from now on.
    while (!isSteady()) await setTimeout(Math.min(LOOK_EVERY_MS, settleMs), undefined, { signal });
  };
}
