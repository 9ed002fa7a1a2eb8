import type { SessionState } from '../domains/shared/data/session-store.ts';

export type SettledState = Exclude<SessionState, 'starting'>;

/** Name of the query parameter that says where the user wanted to go before he had to sign in. */
const WANTED = 'retour';

const PAGES: Readonly<Record<Exclude<SettledState, 'signed-in'>, string>> = {
  'signed-out': '/connexion',
  'must-change-password': '/mot-de-passe',
  revoked: '/session-revoquee',
};

/** Opens in any state of the session: who holds a mailed link need not be signed in, and may be. */
const RESET = '/reinitialiser';

/**
 * Where a session in this state belongs, seen from an address of the app.
 * @param url where the user is or wants to go
 */
export function homeOf(state: SettledState, url: string): string {
  const wanted = wantedIn(url);
  if (state === 'signed-in') return wanted ?? '/clients';
  const target = wanted ?? (isPublic(url) ? null : url);
  const query = target === null || target === '/' ? '' : `?${WANTED}=${encodeURIComponent(target)}`;
  return `${PAGES[state]}${query}`;
}

/** True when a session in this state may stay at an address. */
export function belongsTo(state: SettledState, url: string): boolean {
  if (pathOf(url) === RESET) return true;
  if (state === 'signed-in') return !isPublic(url);
  // A revoked device may sign in again.
  return pathOf(url) === PAGES[state] || (state === 'revoked' && pathOf(url) === PAGES['signed-out']);
}

function pathOf(url: string): string {
  return url.split(/[?#]/)[0] ?? '';
}

function isPublic(url: string): boolean {
  return [...Object.values(PAGES), RESET].includes(pathOf(url));
}

/** Threat: an address in a link that sends the user elsewhere after signing in. Only paths of this app are followed. */
function wantedIn(url: string): string | null {
  const wanted = new URLSearchParams(url.split('?')[1]).get(WANTED);
  return wanted !== null && /^\/(?![/\\])/.test(wanted) && !isPublic(wanted) ? wanted : null;
}
