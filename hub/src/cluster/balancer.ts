import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as ask,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Log } from '../logger.ts';
import type { HubPool } from './hub-pool.ts';

export const LOOPBACK = '127.0.0.1';

/** About one connection, not about the message: each side makes its own. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'upgrade']);

/**
 * Hands each request to the next hub, bodies and event streams piece by piece as they come. A request goes to another
 * hub only when the first one refused the connection, so that nothing of it was sent: whatever was sent may have been
 * done, and to send it again is the device's decision, which knows that it is safe.
 */
export function createBalancer(pool: HubPool, log: Log): Server {
  // As slow as a hub bears it: see the limits in server.ts.
  const server = createServer({ headersTimeout: 15_000, requestTimeout: 120_000, keepAliveTimeout: 65_000 });
  server.on('request', (req, res) => {
    const ports = pool.order().map(({ port }) => port);
    forward(req, res, ports, log);
  });
  return server;
}

function forward(req: IncomingMessage, res: ServerResponse, ports: readonly number[], log: Log): void {
  const [port, ...others] = ports;
  if (port === undefined) {
    answerAway(res, 503);
    return;
  }
  let isSent = false;
  const upstream = ask({
    host: LOOPBACK,
    port,
    method: req.method,
    path: req.url,
    headers: onward(req),
    // A connection of its own for each request: one kept from before may have died, and nobody could tell whether what
    // was written to it has arrived. On one machine it costs next to nothing.
    agent: false,
  });
  upstream.on('socket', (socket) => {
    socket.once('connect', () => {
      isSent = true;
      req.pipe(upstream);
    });
  });
  upstream.on('response', (answer) => {
    res.writeHead(answer.statusCode ?? 502, answer.statusMessage, withoutHops(answer.headers));
    // Whoever waits for an event stream learns at once that it is open.
    res.flushHeaders();
    answer.pipe(res);
    // Cut in the middle: the device must not take it for the whole.
    answer.once('aborted', () => res.destroy());
  });
  upstream.on('error', (error) => {
    if (res.closed || res.destroyed) return;
    if (!isSent) {
      forward(req, res, others, log);
      return;
    }
    log.warn({ err: error, port }, 'a hub did not finish an answer');
    if (res.headersSent) res.destroy();
    else answerAway(res, 502);
  });
  res.once('close', () => {
    if (!res.writableFinished) upstream.destroy();
  });
}

/** The status tells a device that the hub is away: it tries again, and keeps what it sent. */
function answerAway(res: ServerResponse, status: 502 | 503): void {
  res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' });
  res.end('The hub is away.\n');
}

/** Adds itself to the way a request has come; which of the stations to believe is for the hub to know. */
function onward(req: IncomingMessage): IncomingHttpHeaders {
  const stations = [req.headers['x-forwarded-for'] ?? [], req.socket.remoteAddress ?? []].flat();
  return { ...withoutHops(req.headers), connection: 'close', 'x-forwarded-for': stations.join(', ') };
}

function withoutHops(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name)));
}
