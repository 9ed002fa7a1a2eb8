import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import { errorMessages } from '../errors.messages.ts';
import { type TurnLimits, Turns } from './turns.ts';

/** A browser has six connections to a host: all that a device sends at once waits for a moment at most. */
export const DEVICE_TURNS: TurnLimits = { atOnce: 2, waiting: 100, patienceMs: 15_000 };
/** Of whoever is signed out: all laptops of an office renew their sessions from behind one address. */
const ADDRESS_TURNS: TurnLimits = { atOnce: 16, waiting: 1000, patienceMs: 30_000 };
const RETRY_AFTER_SECONDS = 2;

export interface SenderOf {
  deviceOf(authorization: string | null): Promise<string | null>;
  addressOf(req: IncomingMessage): string;
}

/**
 * Gives each device a few turns at once, before anything of its request is read; signed-out requests count by address.
 * A turn ends when the answer is sent or the connection closes. A stream gives it back as it opens.
 */
export function useTurns(sender: SenderOf): Plugin {
  const turns = new Turns();
  const open = new WeakMap<ServerResponse, () => void>();
  return {
    async onRequest(event) {
      const { request, serverContext, fetchAPI } = event;
      const { req, res } = serverContext as unknown as Partial<{ req: IncomingMessage; res: ServerResponse }>;
      // Asked without a socket: from within the process.
      if (req === undefined || res === undefined) return;
      const gone = new AbortController();
      res.once('close', () => {
        gone.abort();
        open.get(res)?.();
      });
      const device = await sender.deviceOf(request.headers.get('authorization'));
      const giveBack = await (device === null
        ? turns.take(`address:${sender.addressOf(req)}`, ADDRESS_TURNS, gone.signal)
        : turns.take(`device:${device}`, DEVICE_TURNS, gone.signal));
      if (giveBack === null) event.endResponse(new fetchAPI.Response(...BUSY));
      else if (gone.signal.aborted) giveBack();
      else open.set(res, giveBack);
    },
    onResponse({ response, serverContext }) {
      const { res } = serverContext as unknown as { res?: ServerResponse };
      if (res && response.headers.get('content-type')?.includes('event-stream')) open.get(res)?.();
    },
  };
}

/** 503: devices take it for a hub that is away for a moment, keep what they have to send, and come again. */
const BUSY: [string, ResponseInit] = [
  JSON.stringify({
    errors: [
      {
        message: errorMessages.busy,
        extensions: { code: 'TOO_MANY_REQUESTS', retryAfterSeconds: RETRY_AFTER_SECONDS },
      },
    ],
  }),
  {
    status: 503,
    headers: { 'content-type': 'application/json', 'retry-after': String(RETRY_AFTER_SECONDS) },
  },
];
