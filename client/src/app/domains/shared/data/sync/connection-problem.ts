import type { HubError } from '../hub/hub-error.ts';
import { SHARED_MESSAGES } from '../shared-messages.ts';

const TOLERATED_MINUTES = 10;

/** What to tell the user about a failed exchange; null when he is plainly offline, or about to be asked to sign in. */
export function connectionProblem(error: HubError): string | null {
  if (error.kind === 'portal') return SHARED_MESSAGES.portal;
  return error.kind === 'fault' ? SHARED_MESSAGES.hubFault(error.code) : null;
}

/** What to tell the user when his clock is far from the hub's; null when it is right. */
export function clockProblem(serverTime: string, now: Date): string | null {
  const minutes = Math.round(Math.abs(now.getTime() - Date.parse(serverTime)) / 60_000);
  return minutes > TOLERATED_MINUTES ? SHARED_MESSAGES.clockDiffers(minutes) : null;
}
