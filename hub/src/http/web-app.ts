import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { chooseEncoding, compress, type Encoding } from './encoding.ts';
import { APP_CSP } from './security-headers.ts';
import { isHashed, staticPath } from './static-path.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = /^(?:text\/|image\/svg|application\/(?:json|manifest|wasm))/;
const COMPRESS_MIN_BYTES = 1024;
const INDEX = 'index.html';

interface Asset {
  type: string;
  etag: string;
  body: Buffer;
  isHashed: boolean;
  packed: Map<Encoding, Promise<Buffer>>;
}

export interface WebApp {
  /** Serves a file of the app, its index for a path of its router, or 404. */
  serve(req: IncomingMessage, res: ServerResponse, path: string): Promise<void>;
}

/** Serves the built web app from a folder. Files stay in memory, compressed once; a new build is noticed. */
export function createWebApp(folder: string): WebApp {
  const assets = new Map<string, { version: string; asset: Promise<Asset> }>();

  async function find(file: string): Promise<Asset | null> {
    const info = await stat(join(folder, file)).catch(() => null);
    if (!info?.isFile()) return null;
    const version = `${String(info.mtimeMs)} ${String(info.size)}`;
    const known = assets.get(file);
    if (known?.version === version) return known.asset;
    const asset = load(folder, file);
    assets.set(file, { version, asset });
    return asset;
  }

  return {
    async serve(req, res, path) {
      if (req.method !== 'GET' && req.method !== 'HEAD') {
        res.writeHead(405, { allow: 'GET, HEAD' }).end();
        return;
      }
      const file = path === '/' ? INDEX : staticPath(path);
      const asset =
        (file === null ? null : await find(file)) ?? (isNavigation(req, path) ? await find(INDEX) : null);
      if (asset) await send(req, res, asset);
      else
        res
          .writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
          .end('404');
    },
  };
}

/** A page of the app's router: asked for as a page, and not named like a file. A missing script must not get a page. */
function isNavigation(req: IncomingMessage, path: string): boolean {
  return extname(path) === '' && (req.headers.accept ?? '').includes('text/html');
}

async function load(folder: string, file: string): Promise<Asset> {
  const body = await readFile(join(folder, file));
  return {
    body,
    type: TYPES[extname(file)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    isHashed: isHashed(file),
    packed: new Map(),
  };
}

async function send(req: IncomingMessage, res: ServerResponse, asset: Asset): Promise<void> {
  res.setHeader('content-type', asset.type);
  res.setHeader('etag', asset.etag);
  res.setHeader('vary', 'accept-encoding');
  // The service worker looks at ngsw.json and index.html for a new version: they must never come from a cache.
  res.setHeader('cache-control', asset.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  res.setHeader('content-security-policy', APP_CSP);
  if (req.headers['if-none-match'] === asset.etag) {
    res.writeHead(304).end();
    return;
  }
  const isWorthIt = COMPRESSIBLE.test(asset.type) && asset.body.byteLength >= COMPRESS_MIN_BYTES;
  const encoding = isWorthIt ? chooseEncoding(req.headers['accept-encoding']) : null;
  if (encoding !== null) res.setHeader('content-encoding', encoding);
  const body = encoding === null ? asset.body : await packedBody(asset, encoding);
  res.setHeader('content-length', body.byteLength);
  res.writeHead(200);
  if (req.method === 'HEAD') res.end();
  else res.end(body);
}

function packedBody(asset: Asset, encoding: Encoding): Promise<Buffer> {
  const known = asset.packed.get(encoding);
  if (known) return known;
  const packed = compress(asset.body, encoding, 'thorough');
  asset.packed.set(encoding, packed);
  return packed;
}
