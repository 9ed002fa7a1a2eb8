/**
 * System code of an error, e.g. `ENOENT`; null when it has none. Does not ask for `instanceof Error`: an error may come
 * from another realm, as all of Node's own do in a test.
 */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
