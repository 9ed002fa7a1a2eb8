/**
 * Runs `work` while no other tab of this browser runs one of the same name. Where the browser has no locks (plain http
 * in a local network), each tab is on its own; within a tab the order holds all the same.
 */
export async function withTabLock<Result>(
  name: string,
  work: () => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  if ('locks' in navigator) {
    return navigator.locks.request(name, signal === undefined ? {} : { signal }, work);
  }
  const turn = (lastTurns.get(name) ?? Promise.resolve()).then(work);
  lastTurns.set(
    name,
    turn.catch(() => undefined),
  );
  return turn;
}

const lastTurns = new Map<string, Promise<unknown>>();
