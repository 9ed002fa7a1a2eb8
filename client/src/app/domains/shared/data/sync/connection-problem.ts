import type { HubError } from '../hub/hub-error.ts';
import { SHARED_MESSAGES } from '../shared-messages.ts';

/** What to tell the user about a failed exchange; null when he is plainly offline, or about to be asked to sign in. */
export function connectionProblem(error: HubError): string | null {
  if (error.kind === 'portal') return SHARED_MESSAGES.portal;
  if (error.kind === 'too-old') return SHARED_MESSAGES.tooOld;
  return error.kind === 'fault' ? SHARED_MESSAGES.hubFault(error.code) : null;
}
