/**
 * Why an exchange with the hub failed.
 * - `unreachable`: no answer, or one that says the hub is not there (502, 503, 504)
 * - `portal`: something else than the hub answered, e.g. the sign-in page of a hotel's network
 * - `signed-out`: the session is over
 * - `too-old`: the hub no longer understands this version of the app
 * - `fault`: the hub answered that it could not
 */
export type HubErrorKind = 'unreachable' | 'portal' | 'signed-out' | 'too-old' | 'fault';

/** The hub's code for `too-old`. */
export const CLIENT_TOO_OLD = 'CLIENT_TOO_OLD';

/** What a refusal is about: the field, and the place inside its value. */
export interface FaultPlace {
  readonly field: string | null;
  readonly path: string | null;
}

export class HubError extends Error {
  readonly kind: HubErrorKind;
  /** The hub's stable code, or one of ours. */
  readonly code: string;
  readonly place: FaultPlace;

  constructor(kind: HubErrorKind, code: string, message: string, place: Partial<FaultPlace> = {}) {
    super(message);
    this.name = 'HubError';
    this.kind = kind;
    this.code = code;
    this.place = { field: place.field ?? null, path: place.path ?? null };
  }
}
