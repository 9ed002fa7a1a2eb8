import {
  bigint,
  bit,
  datetime2,
  int,
  nvarchar,
  primaryKey,
  uniqueIndex,
  varchar,
} from 'drizzle-orm/mssql-core';
import { crm } from './schemas.ts';

/** One row. Its lock, held to the end of the transaction that draws numbers, makes number order = commit order. */
export const syncClock = crm.table('sync_clock', {
  id: int('id').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
});

/** Scopes in use: `rep:GA00`, `agence:A01`, `user:7`, `admin`, `all`. A scope nobody pulls is not published to. */
export const syncScope = crm.table('sync_scope', {
  scope: varchar('scope', { length: 24 }).primaryKey(),
  createdAt: datetime2('created_at', { precision: 3 }).notNull(),
});

/**
 * Up to which number tombstones of a scope and collection have been pruned. Whoever has not read that far may have missed
 * one: he starts over.
 */
export const syncFloor = crm.table(
  'sync_floor',
  {
    scope: varchar('scope', { length: 24 }).notNull(),
    collection: varchar('collection', { length: 16 }).notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ name: 'sync_floor_pk', columns: [table.scope, table.collection] })],
);

/** Every document that a device may read, once per scope, as ready-made JSON. A document that left a scope stays as a tombstone. */
export const syncDoc = crm.table(
  'sync_doc',
  {
    collection: varchar('collection', { length: 16 }).notNull(),
    id: varchar('id', { length: 64 }).notNull(),
    scope: varchar('scope', { length: 24 }).notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    deleted: bit('deleted').notNull(),
    /** Digest of the body, to compare without reading it. */
    hash: varchar('hash', { length: 44 }).notNull(),
    body: nvarchar('body', { length: 'max' }).notNull(),
    updatedAt: datetime2('updated_at', { precision: 3 }).notNull(),
  },
  (table) => [
    primaryKey({ name: 'sync_doc_pk', columns: [table.collection, table.id, table.scope] }),
    uniqueIndex('sync_doc_feed').on(table.scope, table.collection, table.seq),
  ],
);

export type SyncDocRow = typeof syncDoc.$inferSelect;
