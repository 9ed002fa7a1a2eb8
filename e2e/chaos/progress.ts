import { setTimeout as delay } from 'node:timers/promises';

/** So long nothing at all may come of it, on a machine that has better things to do. */
const STALL_MS = 180_000;
const PAUSE_MS = 100;

/** It did not end, and nothing moved any more. */
export class Stalled extends Error {
  constructor(what: string, ms: number) {
    super(`${what}; nothing moved for ${String(ms / 1000)} s`);
  }
}

export interface Wait {
  /** What has not come about when it is given up. */
  what: string;
  isOver: () => boolean;
  /** Anything that changes as long as it goes on. */
  progress: () => unknown;
  /** What is done meanwhile, again and again. */
  attempt?: () => Promise<void>;
  signal?: AbortSignal;
  /** After so many milliseconds without progress it is given up. */
  stallMs?: number;
}

/**
 * Waits as long as something moves, however slowly: how long a thing takes tells of the machine, that it stands still
 * tells of the program.
 * @throws {Stalled}
 */
export async function whileItMoves(wait: Wait): Promise<void> {
  const { what, isOver, progress, attempt, signal, stallMs = STALL_MS } = wait;
  let last = progress();
  let movedAt = performance.now();
  while (!isOver()) {
    await attempt?.();
    const now = progress();
    if (now !== last) movedAt = performance.now();
    else if (performance.now() - movedAt > stallMs) throw new Stalled(what, stallMs);
    else if (!isOver()) await delay(PAUSE_MS, undefined, { signal });
    last = now;
  }
}
