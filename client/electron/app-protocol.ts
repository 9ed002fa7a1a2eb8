import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { AppHost } from '../ipc/contract.ts';
import { appHost } from './app-origin.ts';
import { appPolicy, SHELL_POLICY } from './content-security-policy.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
};

export interface AppFiles {
  /** Absolute folder of each host's files. */
  readonly folders: Readonly<Record<AppHost, string>>;
  /** Origin of the chosen hub at the time of the request. */
  readonly hub: () => string | null;
}

/** Answers a request of the app protocol from the files of the host. Routes of the app get its `index.html`. */
export async function answerAppRequest(
  request: Pick<Request, 'url' | 'method'>,
  files: AppFiles,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const host = appHost(request.url);
  if (host === null) return refuse(404);
  const folder = files.folders[host];
  const file = fileOf(folder, new URL(request.url).pathname);
  if (file === null) return refuse(400);

  const found = (await read(file)) ?? (isRoute(host, file) ? await read(join(folder, 'index.html')) : null);
  if (found === null) return refuse(404);
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(found.content), {
    headers: {
      ...SAFE_HEADERS,
      'content-type': CONTENT_TYPES[extname(found.file).toLowerCase()] ?? 'application/octet-stream',
      'content-security-policy': host === 'tournee' ? appPolicy(files.hub()) : SHELL_POLICY,
    },
  });
}

/**
 * File of a folder that a URL path names, or null when the path leaves the folder.
 * Threat: `..`, also as `%2e%2e%2f` or with Windows' backslash, drive letters, and NTFS streams (`index.html::$DATA`).
 */
export function fileOf(folder: string, pathname: string): string | null {
  const path = decode(pathname);
  if (path === null || path.includes('\\') || path.includes(':') || path.includes('\u0000')) return null;
  const root = resolve(folder);
  const file = resolve(root, `.${path.startsWith('/') ? path : `/${path}`}`);
  const inside = relative(root, file);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  return inside === '' ? join(root, 'index.html') : file;
}

const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  // The files change with the application only, but under the same URLs.
  'cache-control': 'no-cache',
} as const;

/** A path without an extension is a route of the app, to be resolved by its router; a missing script is missing. */
function isRoute(host: AppHost, file: string): boolean {
  return host === 'tournee' && extname(file) === '';
}

async function read(file: string): Promise<{ file: string; content: Buffer } | null> {
  try {
    return { file, content: await readFile(file) };
  } catch (error) {
    if (MISSING.has((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

const MISSING: ReadonlySet<string> = new Set(['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG']);

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: SAFE_HEADERS });
}
