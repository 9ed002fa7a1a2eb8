import type { Database } from '@tournee/db';

interface Runnable {
  query(text: string): Promise<unknown>;
}

interface TransactionLike {
  begin(...args: unknown[]): Promise<unknown>;
  commit(): Promise<unknown>;
  request(): Runnable;
}

interface ClientLike {
  request(): Runnable;
  transaction(): TransactionLike;
}

const READS = /^\s*select\b/i;

/**
 * Makes this process kill itself, as a power cut would, right before the nth thing it does to its database: the
 * beginning of a transaction, a statement that writes, or a commit. Reads don't count: whether a process dies before or
 * after one, it leaves the same behind. 0 never comes. Answers how many there have been so far.
 */
export function killAtStatement(database: Database, n: number): () => number {
  const client = (database.db as unknown as { $client: ClientLike }).$client;
  let count = 0;
  const step = (): void => {
    count += 1;
    if (count === n) process.kill(process.pid, 'SIGKILL');
  };
  const armRequest = (request: Runnable): Runnable => {
    const query = request.query.bind(request);
    request.query = (text) => {
      if (!READS.test(text)) step();
      return query(text);
    };
    return request;
  };
  const armTransaction = (transaction: TransactionLike): TransactionLike => {
    const { begin, commit, request } = {
      begin: transaction.begin.bind(transaction),
      commit: transaction.commit.bind(transaction),
      request: transaction.request.bind(transaction),
    };
    transaction.begin = (...args) => {
      step();
      return begin(...args);
    };
    transaction.commit = () => {
      step();
      return commit();
    };
    transaction.request = () => armRequest(request());
    return transaction;
  };
  const request = client.request.bind(client);
  const transaction = client.transaction.bind(client);
  client.request = () => armRequest(request());
  client.transaction = () => armTransaction(transaction());
  return () => count;
}
