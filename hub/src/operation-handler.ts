import type { FeedEntry, Queryable } from '@tournee/db';
import type { FieldConflict, OperationCode, OperationReason } from '@tournee/graphql';
import type { Viewer } from './context.ts';

/** An operation whose name, author and shape are in order; what it asks for is the handler's to judge. */
export interface IncomingOperation {
  name: string;
  code: string;
  entityType: string;
  entityId: string;
  /** By the device's clock. */
  createdAt: Date;
  /** What the hub believes of it: see `sync/noted-at.ts`. What is judged by time is judged by this. */
  notedAt: Date;
  payload: unknown;
  /** Operation that this one takes the place of: corrected after a refusal, or settled after a conflict. */
  cites: string | null;
}

export type Verdict =
  | { kind: 'refused'; reason: OperationReason }
  | {
      kind: 'accepted';
      /** Fields that are left as they are because somebody else changed them since: the status is `conflict`. */
      conflicts?: readonly FieldConflict[];
      /** French sentence that the author should read although all went well. */
      notice?: string | null;
      /** Writes the rows, and answers what the feed should hold now. */
      apply(): Promise<FeedEntry[]>;
    };

/**
 * What one code does. `judge` only reads; `apply` runs after the ledger row is written, in the same transaction. Both
 * may run again from the start, after a lock conflict: they do nothing but database work.
 */
export interface OperationHandler {
  readonly code: OperationCode;
  judge(tx: Queryable, viewer: Viewer, operation: IncomingOperation, now: Date): Promise<Verdict>;
}

export function refused(reason: OperationReason): Verdict {
  return { kind: 'refused', reason };
}
