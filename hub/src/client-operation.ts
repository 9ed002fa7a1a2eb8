import type { ClientRow, FeedEntry, Queryable } from '@tournee/db';
import { type OperationReason, refusal } from '@tournee/graphql';
import type * as z from 'zod';
import type { FindClient } from './client-access.ts';
import { clientOperationMessages } from './client-operation.messages.ts';
import type { Viewer } from './context.ts';
import { type IncomingOperation, type OperationHandler, refused } from './operation-handler.ts';

/** What a handler needs to judge an operation about a client. */
export interface ClientOperation<Payload> {
  readonly tx: Queryable;
  readonly viewer: Viewer;
  readonly client: ClientRow;
  readonly operation: IncomingOperation;
  readonly payload: Payload;
  readonly now: Date;
}

export interface ClientOperationRules<Payload> {
  readonly code: OperationHandler['code'];
  readonly schema: z.ZodType<Payload>;
  readonly findClient: FindClient;
  readonly check: (operation: ClientOperation<Payload>) => Promise<OperationReason | null>;
  /** See `Verdict.apply`. */
  readonly apply: (operation: ClientOperation<Payload>) => Promise<FeedEntry[]>;
}

/** A handler for what is said about a client: its payload, then the client, then the rules of its code. */
export function clientOperationHandler<Payload>(rules: ClientOperationRules<Payload>): OperationHandler {
  const messages = clientOperationMessages;
  return {
    code: rules.code,
    async judge(tx, viewer, operation, now) {
      const parsed = rules.schema.safeParse(operation.payload);
      if (!parsed.success) return refused(payloadFault(parsed.error));
      const found = await rules.findClient(tx, viewer, operation, now);
      if (!found) return refused(refusal('CLIENT_NOT_YOURS', messages.clientNotYours));
      if (found.reach === 'left') return refused(refusal('CLIENT_MOVED', messages.clientLeft));
      const asked = { tx, viewer, client: found.client, operation, payload: parsed.data, now };
      const reason = await rules.check(asked);
      if (reason) return refused(reason);
      const notice = found.reach === 'formerly' ? messages.clientMoved : null;
      return { kind: 'accepted', notice, apply: () => rules.apply(asked) };
    },
  };
}

/** A payload that does not have the shape of its code. */
export function payloadFault(error: z.ZodError): OperationReason {
  const [issue] = error.issues;
  // Rules of ours come with a sentence for the user; the rest is zod's, in English, and no rep can act upon it.
  const message = issue?.code === 'custom' ? issue.message : clientOperationMessages.payloadInvalid;
  return refusal('PAYLOAD_INVALID', message, (issue?.path ?? []).map(String).join('.') || null);
}
