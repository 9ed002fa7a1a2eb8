const SEGMENT = /^[A-Za-z0-9@_+,~-][A-Za-z0-9@_+,~.-]*$/;

/**
 * Says which file of the web app a URL path names, relative to its folder: `/media/a.woff2` → `media/a.woff2`.
 * Null for what names none.
 *
 * Threat: a path that leads out of the folder (`..`, `%2e%2e`, `..%5c`, an absolute path, a drive or a stream of
 * Windows, NUL) or to a file that is not meant to be served (`.env`). So each segment must look like a file name of a
 * build, rather than not look like one of the tricks that are known today.
 */
export function staticPath(urlPath: string): string | null {
  if (!urlPath.startsWith('/')) return null;
  const segments = urlPath.slice(1).split('/');
  // Not decoded: no file of the build needs an escape in its URL.
  return segments.every((segment) => SEGMENT.test(segment)) ? segments.join('/') : null;
}

const HASHED = /-[A-Z0-9]{8}\.[a-z0-9.]+$/;

/** The build puts a digest of the content into the name: such a file never changes. */
export function isHashed(file: string): boolean {
  return HASHED.test(file);
}
