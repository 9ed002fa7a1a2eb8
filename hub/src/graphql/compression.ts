import type { Plugin } from 'graphql-yoga';
import { chooseEncoding, compress } from '../http/encoding.ts';

const MIN_BYTES = 1024;

/** Compresses JSON answers worth it; the bell's stream goes as it is. */
export function useCompression(): Plugin {
  return {
    async onResponse(event) {
      const { request, response, fetchAPI } = event;
      const encoding = chooseEncoding(request.headers.get('accept-encoding'));
      if (encoding === null || !response.headers.get('content-type')?.includes('json')) return;
      const bytes = await response.bytes();
      const isWorthIt = bytes.byteLength >= MIN_BYTES;
      const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const packed = isWorthIt ? await compress(body, encoding, 'quick') : body;
      const headers = new Headers(response.headers);
      headers.set('content-length', String(packed.byteLength));
      if (isWorthIt) headers.set('content-encoding', encoding);
      event.setResponse(new fetchAPI.Response(packed, { status: response.status, headers }));
    },
  };
}
