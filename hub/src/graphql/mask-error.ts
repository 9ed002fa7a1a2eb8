import { GraphQLError } from 'graphql';
import { errorMessages } from '../errors.messages.ts';
import { currentRequestId } from '../http/request-scope.ts';
import type { Log } from '../logger.ts';

/**
 * A refusal and an error of the query itself pass as they are. Anything else is a fault: it is logged once, under the
 * request's id, and its place is taken by a sentence that gives nothing away but that id.
 */
export function createErrorMask(log: Log): (error: unknown) => Error {
  const masks = new WeakMap<Error, GraphQLError>();

  return (error) => {
    if (error instanceof GraphQLError && isMeant(error)) return error;
    const fault = error instanceof GraphQLError ? (error.cause ?? error) : error;
    const known = fault instanceof Error ? masks.get(fault) : undefined;
    if (known) return known;
    const requestId = currentRequestId();
    log.error({ err: fault, requestId }, 'a request failed');
    const mask = new GraphQLError(errorMessages.internal, {
      nodes: error instanceof GraphQLError ? error.nodes : null,
      path: error instanceof GraphQLError ? error.path : null,
      extensions: { code: 'INTERNAL', requestId, unexpected: true },
    });
    if (fault instanceof Error) masks.set(fault, mask);
    return mask;
  };
}

/** Thrown as a GraphQLError, by us or by the library. */
function isMeant(error: GraphQLError): boolean {
  if (error.cause === undefined) return true;
  return error.cause instanceof GraphQLError && isMeant(error.cause);
}
