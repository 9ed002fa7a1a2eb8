import type { OperationReason } from '@tournee/graphql';
import type { GraphqlResult } from '../hub/graphql-exchange.ts';
import { HubError } from '../hub/hub-error.ts';
import { SHARED_MESSAGES } from '../shared-messages.ts';

/** An expected "no": stable code and a French sentence. */
export type Refusal = Pick<OperationReason, 'code' | 'message'>;

/** The refusal in the hub's own words. */
export function refusalOf(errors: NonNullable<GraphqlResult['errors']>): Refusal {
  const first = errors[0];
  const code = first?.extensions?.code ?? 'INTERNAL';
  return { code, message: first?.message ?? SHARED_MESSAGES.hubFault(code) };
}

/** What to tell the user when there was no good answer. */
export function refusalOfError(error: unknown): Refusal {
  if (!(error instanceof HubError)) throw error;
  if (error.kind === 'unreachable')
    return { code: 'HUB_UNREACHABLE', message: SHARED_MESSAGES.hubUnreachable };
  if (error.kind === 'portal') return { code: 'NOT_THE_HUB', message: SHARED_MESSAGES.notTheHub };
  return { code: error.code, message: SHARED_MESSAGES.hubFault(error.code) };
}
