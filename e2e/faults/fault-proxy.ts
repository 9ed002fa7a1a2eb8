import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { CONTRACT_HEADER } from '@tournee/graphql';
import { ERROR_PAGE, type Exchange, type Fault, NO_FAULT, PORTAL_PAGE } from './fault.ts';
import { LiveStream, passBack, passHalfBack, type Passage, sendHalf, sendOn } from './passage.ts';
import { type LinkSpeed, SlowLink } from './slow-link.ts';

export type FaultPlan = (request: Pick<Exchange, 'operation' | 'isStream'>) => Fault;

const CHANGED_HEADERS: Partial<Record<Fault['kind'], Record<string, string>>> = {
  'stale-token': { authorization: 'Bearer run.out.token' },
  'old-version': { [CONTRACT_HEADER]: '0' },
};

/** Stands between devices and a hub, and does to their requests what bad networks do. Keeps account of all of them. */
export class FaultProxy {
  readonly exchanges: Exchange[] = [];
  /** Decides about each request as it arrives. */
  plan: FaultPlan = () => NO_FAULT;
  readonly #server: Server;
  readonly #target: URL;
  readonly #streams = new Set<LiveStream>();
  #up: SlowLink | null = null;
  #down: SlowLink | null = null;

  private constructor(target: string) {
    this.#target = new URL(target);
    this.#server = createServer((req, res) => {
      void this.#handle(req, res).catch(() => res.destroy());
    });
  }

  /** @param target address of the hub */
  static async start(target: string): Promise<FaultProxy> {
    const proxy = new FaultProxy(target);
    proxy.#server.listen(0);
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
    return `http://localhost:${String(address.port)}`;
  }

  /** Everything passes again, at full speed. */
  heal(): void {
    this.plan = () => NO_FAULT;
    this.#up = null;
    this.#down = null;
  }

  slowDown(speed: LinkSpeed): void {
    this.#up = new SlowLink(speed);
    this.#down = new SlowLink(speed);
  }

  /** The streams that are open go dead without being closed: what a laptop finds when it wakes up elsewhere. */
  goDead(): void {
    for (const stream of this.#streams) stream.goDead();
    this.#streams.clear();
  }

  /** The streams that are open break off. */
  cutStreams(): void {
    for (const stream of this.#streams) stream.cut();
  }

  /** Documents that pulls have brought all the way back. */
  get documents(): number {
    return this.exchanges.reduce((sum, { documents }) => sum + documents, 0);
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await buffer(req);
    const known = { operation: operationOf(req, body), isStream: isStream(req) };
    const fault = this.plan(known);
    const exchange: Exchange = { ...known, fault: fault.kind, status: null, documents: 0 };
    this.exchanges.push(exchange);
    res.once('finish', () => (exchange.status = res.statusCode));
    // The app itself is on the laptop already.
    const isSlow = req.method === 'POST';
    const [up, down] = isSlow ? [this.#up, this.#down] : [null, null];
    const passage = { req, res, body, target: this.#target, up, down };
    await this.#apply(fault, passage, exchange);
  }

  async #apply(fault: Fault, passage: Passage, exchange: Exchange): Promise<void> {
    const { res } = passage;
    switch (fault.kind) {
      case 'refuse':
        res.destroy();
        return;
      case 'error-page':
        res.writeHead(fault.status, { 'content-type': 'text/html' }).end(ERROR_PAGE);
        return;
      case 'portal':
        res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PORTAL_PAGE);
        return;
      case 'silence':
        return;
      case 'cut-request':
        await sendHalf(passage);
        res.destroy();
        return;
      case 'lose-answer':
        await buffer(await sendOn(passage));
        res.destroy();
        return;
      case 'cut-answer':
        await passHalfBack(passage, await sendOn(passage));
        return;
      default:
        await this.#pass(fault, passage, exchange);
    }
  }

  async #pass(fault: Fault, passage: Passage, exchange: Exchange): Promise<void> {
    if (fault.kind === 'hold') await delay(fault.ms);
    const first = fault.kind === 'double' ? sendOn(passage).then(buffer) : null;
    const answer = await sendOn(passage, CHANGED_HEADERS[fault.kind]);
    await first?.catch(() => undefined);
    if (exchange.isStream && answer.statusCode === 200) {
      const stream = new LiveStream(answer, passage.res);
      this.#streams.add(stream);
      passage.res.once('close', () => this.#streams.delete(stream));
      passBack(passage, answer, stream.body);
      return;
    }
    const whole = await buffer(answer);
    passage.res.once('finish', () => {
      if (exchange.operation.startsWith('Pull')) exchange.documents = documentsIn(decoded(answer, whole));
    });
    passBack(passage, answer, new PassThrough().end(whole));
  }
}

function isStream(req: IncomingMessage): boolean {
  return req.headers.accept === 'text/event-stream';
}

function operationOf(req: IncomingMessage, body: Buffer): string {
  const [, name] = /^\{"query":"(?:query|mutation|subscription) (\w+)/.exec(body.toString('latin1')) ?? [];
  return name ?? req.url ?? '';
}

function decoded(answer: IncomingMessage, body: Buffer): Buffer {
  switch (answer.headers['content-encoding']) {
    case 'br':
      return brotliDecompressSync(body);
    case 'gzip':
      return gunzipSync(body);
    default:
      return body;
  }
}

function documentsIn(answer: Buffer): number {
  try {
    const { data } = JSON.parse(answer.toString()) as { data?: Record<string, { documents: unknown[] }> };
    return Object.values(data ?? {})[0]?.documents.length ?? 0;
  } catch {
    return 0;
  }
}
