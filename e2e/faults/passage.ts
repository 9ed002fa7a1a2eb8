import { type IncomingMessage, request as ask, type ServerResponse } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { SlowLink } from './slow-link.ts';

/** A request that was read whole, on its way to the hub and back. */
export interface Passage {
  req: IncomingMessage;
  res: ServerResponse;
  body: Buffer;
  target: URL;
  up: SlowLink | null;
  down: SlowLink | null;
}

/** Sends the request to the hub, with some headers changed. @throws Error when the hub does not answer */
export async function sendOn(
  { req, body, target, up }: Passage,
  changed: Record<string, string> = {},
): Promise<IncomingMessage> {
  // A connection of its own, so that it can be cut.
  const headers = { ...req.headers, host: target.host, connection: 'close', ...changed };
  const options = { method: req.method, path: req.url, headers, agent: false };
  return await new Promise((resolve, reject) => {
    const upstream = ask(target, options, resolve).on('error', reject);
    if (up === null) upstream.end(body);
    else up.pace().on('error', reject).end(body).pipe(upstream);
  });
}

/** Sends half of the body, says that there is more, and hangs up. */
export async function sendHalf({ req, body, target }: Passage): Promise<void> {
  const headers = { ...req.headers, host: target.host, 'content-length': String(body.length) };
  await new Promise<void>((resolve) => {
    const upstream = ask(target, { method: req.method, path: req.url, headers, agent: false });
    upstream.on('error', () => undefined);
    upstream.write(body.subarray(0, Math.floor(body.length / 2)), () => {
      // Time for the hub to read it.
      setTimeout(() => {
        upstream.destroy();
        resolve();
      }, 20);
    });
  });
}

/** Passes the head of an answer back, and its body from a stream. */
export function passBack({ res, down }: Passage, answer: IncomingMessage, body: Readable): void {
  const { 'transfer-encoding': _chunked, connection: _connection, ...headers } = answer.headers;
  res.writeHead(answer.statusCode ?? 502, headers);
  res.flushHeaders();
  (down === null ? body : body.pipe(down.pace())).pipe(res);
}

/** Half of the answer, then the end of the connection, though its head promised more. */
export async function passHalfBack(passage: Passage, answer: IncomingMessage): Promise<void> {
  const whole = await buffer(answer);
  const { res } = passage;
  res.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'content-length': String(whole.length) });
  res.write(whole.subarray(0, Math.floor(whole.length / 2)), () => {
    setTimeout(() => res.destroy(), 20);
  });
}

/** An event stream as it comes, until the line goes dead: then nothing passes any more, and nobody is told. */
export class LiveStream {
  readonly body = new PassThrough();
  readonly #res: ServerResponse;
  #isDead = false;

  constructor(answer: IncomingMessage, res: ServerResponse) {
    this.#res = res;
    answer.on('data', (data: Buffer) => {
      if (!this.#isDead) this.body.write(data);
    });
    answer.on('close', () => {
      if (!this.#isDead) res.destroy();
    });
    res.on('close', () => {
      if (!this.#isDead) answer.destroy();
    });
  }

  goDead(): void {
    this.#isDead = true;
  }

  cut(): void {
    this.#res.destroy();
  }
}
