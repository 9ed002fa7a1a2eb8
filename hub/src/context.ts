import { OLDEST_CONTRACT } from '@tournee/graphql';
import { clientTooOld, forbidden, passwordChangeRequired } from './errors.ts';

/** Who a request comes from, as its access token and the database say. */
export interface Viewer {
  userId: number;
  deviceId: string;
  userWindows: string;
  cUser: string;
  mail: string;
  nomAffiche: string;
  role: 'commercial' | 'admin' | 'comptable';
  cReps: readonly string[];
  /** Scopes of the feed that he pulls, sorted. */
  scopes: readonly string[];
  mustChangePassword: boolean;
  /** When the access token ends: streams end with it. */
  tokenExpiresAt: Date;
}

/** The refresh token of a browser, where the page cannot read it. */
export interface RefreshCookie {
  read(): string | null;
  keep(token: string): void;
  clear(): void;
}

/** `foreign`: asked for by a page that is not ours. Null: not asked for, as by API clients and the desktop application. */
export type CookieAccess = RefreshCookie | 'foreign' | null;

/** What resolvers get. */
export interface HubContext {
  requestId: string;
  /** Where the request comes from, to limit sign-in attempts. */
  address: string;
  /** Where a browser keeps its refresh token; see `cookieOf`. */
  cookie: CookieAccess;
  /** `DPoP` header: what proves that the request comes from a device's key; null when there is none. */
  proof: string | null;
  /** Version of the contract that the device speaks; null when it says something that is no version. */
  contract: number | null;
  /**
   * The signed-in person, also while he must change his password.
   * @throws UNAUTHENTICATED or SESSION_REVOKED
   */
  session(): Promise<Viewer>;
}

/**
 * The signed-in person. All fields but those of the session itself ask through this.
 * @throws UNAUTHENTICATED, SESSION_REVOKED or PASSWORD_CHANGE_REQUIRED
 */
export async function requireViewer(context: HubContext): Promise<Viewer> {
  const viewer = await context.session();
  if (viewer.mustChangePassword) throw passwordChangeRequired();
  return viewer;
}

/**
 * The signed-in person of a device that understands this hub: pulls, pushes and the bell ask through this. Signing in
 * stays possible for an older one, so that it learns what is the matter.
 * @throws what `requireViewer` throws, or CLIENT_TOO_OLD
 */
export async function requireDevice(context: HubContext): Promise<Viewer> {
  const viewer = await requireViewer(context);
  if (context.contract === null || context.contract < OLDEST_CONTRACT) throw clientTooOld();
  return viewer;
}

/** The cookie, if the page asked for it. @throws FORBIDDEN to a page that is not ours */
export function cookieOf({ cookie }: HubContext): RefreshCookie | null {
  if (cookie === 'foreign') throw forbidden();
  return cookie;
}

/** What only administrators may do asks this first, before it looks anything up. @throws FORBIDDEN */
export function assertAdmin(viewer: Viewer): void {
  if (viewer.role !== 'admin') throw forbidden();
}
