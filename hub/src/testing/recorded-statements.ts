import type { Database } from '@tournee/db';

interface Runnable {
  query(text: string): Promise<unknown>;
}

interface ClientLike {
  request(): Runnable;
}

/** Notes the statements of every transaction of a database, in their order. Answers the list, which grows. */
export function recordTransactions(database: Database): string[][] {
  const transactions: string[][] = [];
  const original = { ...database };
  Object.assign(database, {
    transaction: (async (work, options) =>
      original.transaction((tx) => {
        const statements: string[] = [];
        transactions.push(statements);
        listen((tx as unknown as { session: { client: ClientLike } }).session.client, statements);
        return work(tx);
      }, options)) satisfies Database['transaction'],
  });
  return transactions;
}

function listen(client: ClientLike, statements: string[]): void {
  const request = client.request.bind(client);
  client.request = () => {
    const heard = request();
    const query = heard.query.bind(heard);
    heard.query = (text) => {
      statements.push(text);
      return query(text);
    };
    return heard;
  };
}
