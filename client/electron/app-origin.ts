import { APP_HOSTS, type AppHost } from '../ipc/contract.ts';

/** The shell's own protocol. A page has no `file://` rights and an origin of its own, with its own storage. */
export const APP_SCHEME = 'app';
export const APP_URL = `${APP_SCHEME}://tournee/`;
export const HUB_ADDRESS_PAGE_URL = `${APP_SCHEME}://shell/hub-address.html`;

/**
 * Host of one of our pages, or null for any other URL.
 * Threat: a prefix test would take `app://tournee.evil/` or `app://tournee@evil/` for ours, so the URL is parsed.
 */
export function appHost(url: string): AppHost | null {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== `${APP_SCHEME}:`) return null;
  if (parsed.username !== '' || parsed.password !== '' || parsed.port !== '') return null;
  return APP_HOSTS.find((host) => host === parsed.host) ?? null;
}
