/** What a network, or a machine on the way, does to one request. */
export type Fault =
  /** Passes it on. */
  | { kind: 'none' }
  /** The connection is cut before anything is sent. */
  | { kind: 'refuse' }
  /** A proxy's page in HTML, with an error status. */
  | { kind: 'error-page'; status: 500 | 502 | 503 | 504 }
  /** The sign-in page of a hotel's network, with status 200. */
  | { kind: 'portal' }
  /** Half of the request reaches the hub, then the connection is cut. */
  | { kind: 'cut-request' }
  /** Half of the answer comes back, then the connection is cut. */
  | { kind: 'cut-answer' }
  /** The hub does it, and the answer is lost. */
  | { kind: 'lose-answer' }
  /** Nothing comes back, and nobody hangs up. */
  | { kind: 'silence' }
  /** Sent on only after a while. Whoever asked may have given up. */
  | { kind: 'hold'; ms: number }
  /** Sent to the hub twice at the same time; the second answer comes back. */
  | { kind: 'double' }
  /** Arrives with an access token that has run out. */
  | { kind: 'stale-token' }
  /** Arrives as from an app that the hub no longer understands. */
  | { kind: 'old-version' };

export const NO_FAULT: Fault = { kind: 'none' };

/** A request as the proxy saw it, and what became of it. */
export interface Exchange {
  /** Name of the GraphQL operation, e.g. `PushOperations`; the path of anything else. */
  readonly operation: string;
  readonly isStream: boolean;
  readonly fault: Fault['kind'];
  /** Of the answer that was passed on; null when there was none. */
  status: number | null;
  /** Documents that a pull's answer carried all the way back. */
  documents: number;
}

/** The two pages are of the kind that such machines show. */
export const PORTAL_PAGE =
  '<!doctype html><html lang="fr"><title>Wi-Fi</title><h1>Bienvenue</h1><form>Acceptez les conditions.</form></html>';
export const ERROR_PAGE = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';
