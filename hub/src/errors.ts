import { GraphQLError } from 'graphql';
import { errorMessages } from './errors.messages.ts';

/** Codes of the refusals that a field may answer; devices decide by them, never by the sentence. */
export type RefusalCode =
  | 'UNAUTHENTICATED'
  | 'SESSION_REVOKED'
  | 'FORBIDDEN'
  | 'BAD_INPUT'
  | 'BAD_CREDENTIALS'
  | 'TOO_MANY_ATTEMPTS'
  | 'PASSWORD_CHANGE_REQUIRED'
  | 'CLIENT_TOO_OLD';

/**
 * An expected « no », for the user: it passes unmasked. `details` go to the error's `extensions`, beside the code.
 * Refused operations are no such errors: they are values with a status (see `sync/push.service.ts`).
 */
export function refuse(
  code: RefusalCode,
  message: string,
  details: Record<string, unknown> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { ...details, code } });
}

export const unauthenticated = (): GraphQLError => refuse('UNAUTHENTICATED', errorMessages.unauthenticated);
/** The session goes on, on the device that has its key. */
export const deviceKeyMissing = (): GraphQLError => refuse('UNAUTHENTICATED', errorMessages.deviceKeyMissing);
export const sessionRevoked = (): GraphQLError => refuse('SESSION_REVOKED', errorMessages.sessionRevoked);
export const forbidden = (): GraphQLError => refuse('FORBIDDEN', errorMessages.forbidden);
export const passwordChangeRequired = (): GraphQLError =>
  refuse('PASSWORD_CHANGE_REQUIRED', errorMessages.passwordChangeRequired);
export const clientTooOld = (): GraphQLError => refuse('CLIENT_TOO_OLD', errorMessages.clientTooOld);

/** A bad argument; `field` names it. */
export function badInput(message: string, field: string | null = null): GraphQLError {
  return refuse('BAD_INPUT', message, { field });
}
