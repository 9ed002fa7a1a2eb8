import type { IncomingMessage, ServerResponse } from 'node:http';
import { CONTRACT_HEADER } from '@tournee/graphql';

/** Pages from elsewhere that may call the hub: the desktop application, which is loaded by its own protocol. */
export const ALLOWED_ORIGINS: readonly string[] = ['app://tournee'];

/**
 * Threat: a page that a signed-in user visits reads his clients through his browser. Sessions are bearer tokens, not
 * cookies, and no page but ours learns the answer. Answers true when the request was a preflight, and is done.
 */
export function applyCors(req: IncomingMessage, res: ServerResponse): boolean {
  const { origin } = req.headers;
  res.setHeader('vary', 'Origin');
  if (origin !== undefined && ALLOWED_ORIGINS.includes(origin)) {
    res.setHeader('access-control-allow-origin', origin);
    res.setHeader('access-control-expose-headers', 'x-request-id');
  }
  if (req.method !== 'OPTIONS') return false;
  if (res.hasHeader('access-control-allow-origin')) {
    res.setHeader('access-control-allow-methods', 'GET, POST');
    res.setHeader(
      'access-control-allow-headers',
      `authorization, content-type, accept, dpop, ${CONTRACT_HEADER}`,
    );
    res.setHeader('access-control-max-age', '86400');
  }
  res.writeHead(204).end();
  return true;
}
