import { HubError } from '../../shared/data/hub/hub-error.ts';
import { refusalOfError } from '../../shared/data/session/refusal.ts';

/** Why a request of the admin area came to nothing, for the administrator. */
export interface AdminProblem {
  /** There was no hub to ask. */
  readonly isOffline: boolean;
  /** French sentence. */
  readonly message: string;
  /** The field that the hub refused, where it named one. */
  readonly field: string | null;
}

/** Codes whose sentence the hub wrote for the user. */
const SENTENCES = new Set(['BAD_INPUT', 'FORBIDDEN', 'INTERNAL']);

/** @throws what is no answer of the hub, nor of the network: a fault of ours */
export function adminProblem(error: unknown): AdminProblem {
  const { message } = refusalOfError(error);
  if (!(error instanceof HubError)) return { isOffline: false, message, field: null };
  const isOffline = error.kind === 'unreachable' || error.kind === 'portal';
  const isHubs = error.kind === 'fault' && SENTENCES.has(error.code);
  return { isOffline, message: isHubs ? error.message : message, field: error.place.field };
}
