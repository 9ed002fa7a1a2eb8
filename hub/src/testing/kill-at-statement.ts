import type { Database } from '@tournee/db';

interface Runnable {
  query(text: string): Promise<unknown>;
}

interface ClientLike {
  request(): Runnable;
}

const READS = /^\s*select\b/i;

/**
 * Makes this process kill itself, as a power cut would, right before the nth thing it does to its database: the
 * beginning of a transaction, a statement that writes, a commit, or a flush. Reads don't count: whether a process dies
 * before or after one, it leaves the same behind. 0 never comes. Answers how many there have been so far.
 */
export function killAtStatement(database: Database, n: number): () => number {
  let count = 0;
  const step = (): void => {
    count += 1;
    if (count === n) process.kill(process.pid, 'SIGKILL');
  };
  arm((database.db as unknown as { $client: ClientLike }).$client, step);
  const original = { ...database };
  Object.assign(database, {
    transaction: (async (work, options) => {
      step();
      return original.transaction(async (tx) => {
        arm((tx as unknown as { session: { client: ClientLike } }).session.client, step);
        const result = await work(tx);
        step();
        return result;
      }, options);
    }) satisfies Database['transaction'],
    flush: () => {
      step();
      return original.flush();
    },
  });
  return () => count;
}

function arm(client: ClientLike, step: () => void): void {
  const request = client.request.bind(client);
  client.request = () => {
    const armed = request();
    const query = armed.query.bind(armed);
    armed.query = (text) => {
      if (!READS.test(text)) step();
      return query(text);
    };
    return armed;
  };
}
