import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';
export type Effort = 'quick' | 'thorough';

const deflate = promisify(gzip);
const brotli = promisify(brotliCompress);

/** The best encoding that an `Accept-Encoding` header allows; null when it allows none of ours. */
export function chooseEncoding(acceptEncoding: string | null | undefined): Encoding | null {
  const accepted = new Set<string>();
  for (const part of (acceptEncoding ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const isRefused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    if (!isRefused) accepted.add(name);
  }
  if (accepted.has('br')) return 'br';
  return accepted.has('gzip') || accepted.has('*') ? 'gzip' : null;
}

/**
 * Compresses outside of the event loop.
 * @param effort `quick` for what is made for one answer, `thorough` for what is kept and served again
 */
export function compress(body: Buffer, encoding: Encoding, effort: Effort): Promise<Buffer<ArrayBuffer>> {
  if (encoding === 'gzip') return deflate(body, { level: effort === 'quick' ? 1 : 9 });
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: effort === 'quick' ? 1 : 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
    },
  });
}
