import { AsyncLocalStorage } from 'node:async_hooks';

const ids = new AsyncLocalStorage<string>();

/** Runs the work of a request under its id. */
export function runInRequest<T>(requestId: string, work: () => T): T {
  return ids.run(requestId, work);
}

/** Id of the request that the running code works for. */
export function currentRequestId(): string {
  return ids.getStore() ?? 'none';
}
