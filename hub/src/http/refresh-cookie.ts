import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BlockList } from 'node:net';
import { SESSION_COOKIE_HEADER } from '@tournee/graphql';
import type { CookieAccess } from '../context.ts';
import { isTrustedPeer } from './client-address.ts';

const NAME = 'tournee_refresh';
const PATH = '/graphql';
const MAX_AGE_SECONDS = 60 * 86_400;

/**
 * The cookie, when the page asks for it by a header. Threats: injected script that reads the token (HttpOnly), another
 * site's page that uses it (SameSite, a header that needs a preflight, and the origin, which the browser tells).
 */
export function refreshCookie(req: IncomingMessage, res: ServerResponse, proxies: BlockList): CookieAccess {
  if (req.headers[SESSION_COOKIE_HEADER] !== 'cookie') return null;
  if (!isOwnPage(req)) return 'foreign';
  const isSecure = req.headers['x-forwarded-proto'] === 'https' && isTrustedPeer(req, proxies);
  const set = (value: string, maxAge: number): void => {
    const attributes = `Path=${PATH}; Max-Age=${String(maxAge)}; HttpOnly; SameSite=Strict`;
    res.setHeader('set-cookie', `${NAME}=${value}; ${attributes}${isSecure ? '; Secure' : ''}`);
  };
  return {
    read: () => new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]+)`).exec(req.headers.cookie ?? '')?.[1] ?? null,
    keep: (token) => {
      set(token, MAX_AGE_SECONDS);
    },
    clear: () => {
      set('', 0);
    },
  };
}

/**
 * A browser says itself whether a request comes from a page of the same origin, which holds behind a proxy that changes
 * the host too. It does not on plain http; there the origin must be the host that was asked.
 */
function isOwnPage({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return false;
  const site = headers['sec-fetch-site'];
  return site === undefined ? URL.parse(origin)?.host === host : site === 'same-origin';
}
