import type { ChangeNotice } from '@tournee/graphql';
import { EventStreamParser } from './event-stream.ts';
import {
  assertHubAnswered,
  exchangeHeaders,
  errorCode,
  type GraphqlResult,
  isResult,
  parse,
  send,
} from './graphql-exchange.ts';
import type { HubClient } from './hub-client.ts';
import { CLIENT_TOO_OLD, HubError } from './hub-error.ts';

const SUBSCRIPTION = JSON.stringify({ query: 'subscription Changed { changed { collection seq } }' });

/** The hub sends a heartbeat more often than this; a stream that says nothing for so long is dead. */
const SILENCE_MS = 45_000;
const OPENING_MS = 10_000;

export interface BellListener {
  /** The stream is open. The hub first names all collections (`*`), then each one that changes. */
  opened(): void;
  /** Something came, if only a heartbeat. */
  heard(): void;
  changed(notice: ChangeNotice): void;
}

/**
 * Listens to the hub's announcements until the stream ends: the hub ends it when the access token runs out, and a
 * connection that died silently is given up after a while. Rejects when the stream could not be opened or broke.
 * The caller sees to the session and opens it again.
 */
export async function listenToBell(
  client: HubClient,
  listener: BellListener,
  signal: AbortSignal,
): Promise<void> {
  const silence = new AbortController();
  const stop = AbortSignal.any([signal, silence.signal]);
  const giveUp = (): void => {
    silence.abort();
  };
  let timer = setTimeout(giveUp, OPENING_MS);
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, SILENCE_MS);
    listener.heard();
  };
  try {
    const response = await openStream(client, stop);
    heard();
    listener.opened();
    await read(response, listener, heard, stop);
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function openStream(client: HubClient, signal: AbortSignal): Promise<Response> {
  const { url, session } = client;
  const headers = exchangeHeaders(url, session.accessToken(), 'text/event-stream');
  const response = await send(url, {
    method: 'POST',
    headers,
    body: SUBSCRIPTION,
    signal,
    cache: 'no-store',
  });
  assertHubAnswered(response, 'event-stream');
  if (!isResult(response)) return response;
  const code = errorCode(await parse(response)) ?? 'NO_STREAM';
  throw refusal(code, 'The hub did not open the stream of announcements.');
}

function refusal(code: string, message: string): HubError {
  return new HubError(code === CLIENT_TOO_OLD ? 'too-old' : 'fault', code, message);
}

async function read(
  response: Response,
  listener: BellListener,
  heard: () => void,
  stop: AbortSignal,
): Promise<void> {
  const parser = new EventStreamParser();
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) return;
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  stop.addEventListener('abort', cancel, { once: true });
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw new HubError('unreachable', 'STREAM_CUT', String(error));
    });
    if (done) return;
    heard();
    for (const event of parser.push(value)) {
      if (event.name === 'complete') return;
      if (event.name === 'next') announce(event.data, listener);
    }
  }
}

function announce(data: string, listener: BellListener): void {
  const result = JSON.parse(data) as GraphqlResult;
  const code = errorCode(result);
  if (code !== null) throw refusal(code, 'The stream of announcements ended with an error.');
  const notice = result.data?.['changed'] as ChangeNotice | undefined;
  if (notice !== undefined) listener.changed(notice);
}
