import { setTimeout as delay } from 'node:timers/promises';

/** A service manager that asked a hub to stop kills it after ten seconds, without a word in the log. */
const LIMIT_MS = 9500;

/** Closes what runs; `late` when that takes too long, whatever it waits for: a database that holds its answers, say. */
export async function closeInTime(
  close: () => Promise<void>,
  limitMs = LIMIT_MS,
): Promise<'closed' | 'late'> {
  const limit = new AbortController();
  const late = delay(limitMs, 'late' as const, { signal: limit.signal });
  late.catch(() => undefined);
  try {
    return await Promise.race([late, close().then(() => 'closed' as const)]);
  } finally {
    limit.abort();
  }
}
