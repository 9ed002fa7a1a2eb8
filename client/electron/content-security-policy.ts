/**
 * Threat: a name or comment of winpneu that reaches the page as markup. Nothing but our own files may run, and what the
 * page knows can be sent nowhere but to the chosen hub.
 */
const APP_DIRECTIVES: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  // Angular writes the styles of components into <style> elements.
  'style-src': ["'self'", "'unsafe-inline'"],
  'font-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'self'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

const PLAIN_ORIGIN = /^https?:\/\/(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d+)?$/;

/** Policy of the app. `hub` is the origin of the chosen hub, the one place besides the app's files it may talk to. */
export function appPolicy(hub: string | null): string {
  // A `;` would open the policy, a `*` every host. The address was checked before; here it counts.
  if (hub !== null && !PLAIN_ORIGIN.test(hub)) throw new Error(`not an origin: ${hub}`);
  return write({ ...APP_DIRECTIVES, 'connect-src': hub === null ? ["'self'"] : ["'self'", hub] });
}

/** Policy of the shell's own pages: their own script and style, no network at all. */
export const SHELL_POLICY = write({
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
});

function write(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
