import type { Session } from 'electron';
import { appHost } from './app-origin.ts';

/**
 * What the app may use of what Chromium can do; everything else is refused, also what future versions add.
 * - `persistent-storage`: the local base must not be evicted when the disk fills up.
 * - `clipboard-sanitized-write`: copying a phone number.
 * - the local network: a hub in the office has a private address. The CSP already limits the app to that one address.
 */
const GRANTED: ReadonlySet<string> = new Set([
  'persistent-storage',
  'clipboard-sanitized-write',
  'local-network-access',
  'local-network',
  'loopback-network',
]);

/** True when a page may have a permission: one of the few, and asked for by the app itself in its main frame. */
export function isGranted(permission: string, origin: string, isMainFrame: boolean): boolean {
  return GRANTED.has(permission) && isMainFrame && appHost(origin) === 'tournee';
}

/** Denies by default, for requests, checks and devices alike. */
export function restrictPermissions(
  session: Pick<
    Session,
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'setDisplayMediaRequestHandler'
  >,
): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(isGranted(permission, details.requestingUrl, details.isMainFrame));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    isGranted(permission, origin, details.isMainFrame),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => {
    callback({});
  });
}
