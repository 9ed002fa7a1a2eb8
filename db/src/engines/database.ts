import type {
  MsSqlDatabase,
  NodeMsSqlPreparedQueryHKT,
  NodeMsSqlQueryResultHKT,
} from 'drizzle-orm/node-mssql';
import type { BaseDamaged } from './engine-errors.ts';

/** What a repository takes: the database itself, or a transaction on it. */
export type Queryable = MsSqlDatabase<NodeMsSqlQueryResultHKT, NodeMsSqlPreparedQueryHKT>;

export interface TransactionOptions {
  /** How often the work is tried before a lock conflict is given to the caller. Default 5. */
  readonly attempts?: number;
  /**
   * `later`: the commit need not be on the disk yet when the promise is fulfilled. Whoever says so calls `flush` before
   * anything that follows from it leaves this process. A server makes every commit durable at once. Default `now`.
   */
  readonly durability?: 'now' | 'later';
  /**
   * `low`: in a deadlock this transaction gives way. For work of the hub that nobody waits for, and that is small enough
   * to be done again: a rep who sends, and winpneu's own users, go first. Not together with `later`. Default `normal`.
   */
  readonly priority?: 'low' | 'normal';
}

/** What reading every page of a base gave. */
export type PageCheck =
  | { readonly state: 'sound' }
  /** Not all of it could be read: mostly there was not the time. */
  | { readonly state: 'unfinished'; readonly cause: unknown }
  | { readonly state: 'damaged'; readonly damages: readonly string[]; readonly problem: BaseDamaged };

export interface Database {
  readonly engine: 'embedded' | 'sql-server';
  /** For reads and single writes. Reads never see a transaction that is not committed. */
  readonly db: Queryable;
  /**
   * Runs `work` in one transaction: committed when its promise is fulfilled, undone when it is rejected. On a lock
   * conflict the whole of `work` runs again, after a short random wait: it must do nothing but database work.
   */
  transaction<T>(work: (tx: Queryable) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Like `transaction`, alone in the database, for DDL: no other process changes the schema meanwhile. */
  changeSchema<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  /** Fulfilled when all that is committed, by any process, would survive a power cut. */
  flush(): Promise<void>;
  /** Fulfilled when the database answers. */
  ping(): Promise<void>;
  /**
   * Looks for damaged pages, for as long as is given. A server's pages are its administrator's to check (`dbcc checkdb`):
   * it answers `sound`.
   */
  checkPages(limitMs: number): Promise<PageCheck>;
  close(): Promise<void>;
}
