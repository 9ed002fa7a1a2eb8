import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '@tournee/db';
import { GRAPHQL_PATH, type HubYoga } from './graphql/yoga.ts';
import { applyCors } from './http/cors.ts';
import { serveHealth } from './http/health.ts';
import { runInRequest } from './http/request-scope.ts';
import { RequestsInFlight } from './http/requests-in-flight.ts';
import { applySecurityHeaders } from './http/security-headers.ts';
import type { WebApp } from './http/web-app.ts';
import type { Log } from './logger.ts';
import { startListening } from './start-listening.ts';

export interface ServerDependencies {
  yoga: HubYoga;
  webApp: WebApp;
  database: Database;
  log: Log;
  timeouts?: Partial<Timeouts> | undefined;
  /** Address to listen to; all of this machine's by default. */
  host?: string | undefined;
}

/** Threat: clients that send a byte now and then, and hold connections for ever (slowloris). */
interface Timeouts {
  headersMs: number;
  /** Two megabytes at the pace of a bad mobile network. */
  requestMs: number;
  checkMs: number;
  /** How long a shutdown waits for what is in flight. */
  drainMs: number;
}

const TIMEOUTS: Timeouts = { headersMs: 15_000, requestMs: 120_000, checkMs: 5000, drainMs: 7000 };

export interface HubServer {
  port: number;
  /** Stops accepting, finishes what is in flight, then drops what is left. */
  close(): Promise<void>;
}

/** Listens. @throws {StartupProblem} when it cannot */
export async function listen(port: number, dependencies: ServerDependencies): Promise<HubServer> {
  const timeouts = { ...TIMEOUTS, ...dependencies.timeouts };
  const inFlight = new RequestsInFlight();
  const server = createServer({
    headersTimeout: timeouts.headersMs,
    requestTimeout: timeouts.requestMs,
    connectionsCheckingInterval: timeouts.checkMs,
    keepAliveTimeout: 65_000,
  });
  server.on('request', (req, res) => {
    inFlight.add(res);
    handle(req, res, dependencies);
  });
  await startListening(server, port, dependencies.host);
  return {
    port: (server.address() as AddressInfo).port,
    close: () => drain(server, inFlight, timeouts.drainMs),
  };
}

function handle(req: IncomingMessage, res: ServerResponse, dependencies: ServerDependencies): void {
  const requestId = randomUUID();
  const startedAt = performance.now();
  const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
  res.setHeader('x-request-id', requestId);
  applySecurityHeaders(res);
  res.once('close', () => {
    const ms = Math.round(performance.now() - startedAt);
    // A browser fetches dozens of files of the app; they are not worth a line each.
    const level = path === GRAPHQL_PATH || res.statusCode >= 500 ? 'info' : 'debug';
    dependencies.log[level]({ requestId, method: req.method, path, status: res.statusCode, ms }, 'request');
  });
  runInRequest(requestId, () => route(req, res, path, dependencies)).catch((error: unknown) => {
    dependencies.log.error({ err: error, requestId }, 'a request failed');
    if (!res.headersSent) res.writeHead(500);
    res.end();
  });
}

async function route(
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  dependencies: ServerDependencies,
): Promise<void> {
  const { yoga, webApp, database } = dependencies;
  switch (path) {
    case GRAPHQL_PATH:
      if (!applyCors(req, res)) await serveGraphql(req, res, yoga);
      return;
    case '/health':
      if (!applyCors(req, res)) await serveHealth(res, database);
      return;
    default:
      await webApp.serve(req, res, path);
  }
}

async function serveGraphql(req: IncomingMessage, res: ServerResponse, yoga: HubYoga): Promise<void> {
  if (req.method === 'POST' && req.headers['content-length'] === undefined) {
    // A body of unknown length is not read at all: devices and browsers say how long theirs is, and it can be refused
    // before a byte of it is here.
    res.writeHead(411, { connection: 'close' }).end();
    return;
  }
  res.setHeader('vary', 'Origin, Accept-Encoding');
  res.setHeader('cache-control', 'no-store');
  await yoga(req, res, { req, res });
}

/** A request may be on its way on a connection that was accepted just before. */
const LAST_CALL_MS = 150;

async function drain(server: Server, inFlight: RequestsInFlight, limitMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const limit = new AbortController();
  const overtime = delay(limitMs, undefined, { signal: limit.signal }).catch(() => undefined);
  await Promise.race([overtime, finish(inFlight)]);
  limit.abort();
  // Connections kept alive for a next request, and those that are still busy after the limit.
  server.closeAllConnections();
  await closed;
}

async function finish(inFlight: RequestsInFlight): Promise<void> {
  do {
    await inFlight.drained();
    await delay(LAST_CALL_MS);
  } while (inFlight.count > 0);
}
