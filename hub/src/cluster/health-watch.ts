import type { Log } from '../logger.ts';
import { LOOPBACK } from './balancer.ts';
import type { HubPool } from './hub-pool.ts';

const ASK_EVERY_MS = 2000;
const PATIENCE_MS = 4000;

/** Asks the hubs of a pool for their health again and again. Answers how to stop. */
export function watchHealth(pool: HubPool, log: Log): () => void {
  const unwell = new Set<number>();
  const timer = setInterval(() => {
    for (const port of pool.ports) void look(port);
  }, ASK_EVERY_MS);

  async function look(port: number): Promise<void> {
    const isFit = await isWell(port);
    pool.mark(port, isFit);
    if (isFit === !unwell.has(port)) return;
    if (isFit) unwell.delete(port);
    else unwell.add(port);
    log[isFit ? 'info' : 'warn']({ port }, isFit ? 'a hub is well again' : 'a hub is unwell');
  }

  return () => {
    clearInterval(timer);
  };
}

async function isWell(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://${LOOPBACK}:${String(port)}/health`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
