import type { ServerResponse } from 'node:http';
import { serveHealth } from './health.ts';

async function answerWith(ping: () => Promise<void>): Promise<unknown[]> {
  const written: unknown[] = [];
  const res = {
    writeHead: (status: number) => written.push(status),
    end: (body: string) => written.push(JSON.parse(body)),
  };
  await serveHealth(res as unknown as ServerResponse, { ping });
  return written;
}

describe('serveHealth', () => {
  const unavailable = [503, { status: 'unavailable', database: 'unreachable', version: expect.any(String) }];

  it('is 200 while the database answers', async () => {
    expect(await answerWith(() => Promise.resolve())).toEqual([
      200,
      expect.objectContaining({ status: 'ok' }),
    ]);
  });

  it('is 503 while the database is away', async () => {
    expect(await answerWith(() => Promise.reject(new Error('gone')))).toEqual(unavailable);
  });

  it('is 503 while the database does not answer', async () => {
    expect(await answerWith(() => new Promise(() => undefined))).toEqual(unavailable);
  }, 10_000);
});
