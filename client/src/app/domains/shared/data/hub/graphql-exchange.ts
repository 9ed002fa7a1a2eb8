import { CONTRACT_HEADER, CONTRACT_VERSION, SESSION_COOKIE_HEADER } from '@tournee/graphql';
import { HubError } from './hub-error.ts';

/** A GraphQL result, as the hub writes it. */
export interface GraphqlResult {
  data?: Record<string, unknown> | null;
  errors?: readonly {
    message: string;
    extensions?: { code?: string; field?: string | null; path?: string | null };
  }[];
}

export interface Exchange {
  url: string;
  /** JSON text of `{ query, variables }`. */
  body: string;
  accessToken: string | null;
  signal: AbortSignal;
  /** More headers, as those that a request about the session has. */
  headers?: Record<string, string>;
  /** The browser may send and keep the session's cookie. */
  usesCookie?: boolean;
}

const HUB_AWAY = new Set([502, 503, 504]);

/**
 * Headers of a request. The service worker is kept out of it: it would cut the long stream of announcements when the
 * browser puts it to sleep. Not towards another origin (Electron), where there is none and the hub would have to allow
 * the header. Each one says which contract this app speaks: the hub tells it apart from one that is too old.
 */
export function exchangeHeaders(
  url: string,
  accessToken: string | null,
  accept: string,
): Record<string, string> {
  return {
    'content-type': 'application/json',
    accept,
    [CONTRACT_HEADER]: String(CONTRACT_VERSION),
    ...(accessToken === null ? {} : { authorization: `Bearer ${accessToken}` }),
    ...(new URL(url).origin === location.origin ? { 'ngsw-bypass': 'true' } : {}),
  };
}

/**
 * One request, one GraphQL result, whatever is in between: a captive portal's page with status 200, a proxy's error
 * page and a cut connection are errors, never results.
 */
export async function exchange({
  url,
  body,
  accessToken,
  signal,
  headers,
  usesCookie = false,
}: Exchange): Promise<GraphqlResult> {
  const response = await send(url, {
    method: 'POST',
    headers: {
      ...exchangeHeaders(url, accessToken, 'application/graphql-response+json, application/json'),
      ...headers,
      ...(usesCookie ? { [SESSION_COOKIE_HEADER]: 'cookie' } : {}),
    },
    body,
    signal,
    cache: 'no-store',
    credentials: usesCookie ? 'same-origin' : 'omit',
  });
  assertHubAnswered(response, 'json');
  return parse(response);
}

/** Sends a request; a network that does not answer is a `HubError`. */
export async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw new HubError('unreachable', 'NO_ANSWER', describe(error));
  }
}

/** Rejects what is not an answer of the hub. `contentType`: part of the content type that its answer bears. */
export function assertHubAnswered(response: Response, contentType: string): void {
  if (HUB_AWAY.has(response.status)) {
    throw new HubError(
      'unreachable',
      `HTTP_${String(response.status)}`,
      `The hub is away (${String(response.status)}).`,
    );
  }
  const type = response.headers.get('content-type') ?? '';
  if (type.includes(contentType)) return;
  // A subscription that the hub does not open is answered as a plain result, whatever the status.
  if (isResult(response)) return;
  if (response.ok || response.redirected)
    throw new HubError('portal', 'NOT_THE_HUB', `Got ${type} instead of ${contentType}.`);
  throw new HubError(
    'fault',
    `HTTP_${String(response.status)}`,
    `The hub answered ${String(response.status)}.`,
  );
}

/** Whether an answer is a GraphQL result rather than a stream of them, as far as its head tells. */
export function isResult(response: Response): boolean {
  return (response.headers.get('content-type') ?? '').includes('json');
}

/** The result in an answer. @throws {HubError} when it is cut, or is none */
export async function parse(response: Response): Promise<GraphqlResult> {
  let result: unknown;
  try {
    // As `response.json()`, which decodes piece by piece: for a page of some megabytes that takes four times as long.
    result = JSON.parse(new TextDecoder().decode(await response.arrayBuffer()));
  } catch (error) {
    // Cut in the middle of the answer, or not JSON in spite of what it said.
    throw new HubError('unreachable', 'ANSWER_CUT', describe(error));
  }
  if (typeof result !== 'object' || result === null || !('data' in result || 'errors' in result)) {
    throw new HubError('portal', 'NOT_GRAPHQL', `HTTP ${String(response.status)} without a GraphQL result.`);
  }
  return result as GraphqlResult;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The hub's code of a result's first error, or null when there is none. */
export function errorCode(result: GraphqlResult): string | null {
  const first = result.errors?.[0];
  return first === undefined ? null : (first.extensions?.code ?? 'INTERNAL');
}

/** The data of a result; throws when there is an error in it. */
export function dataOf(result: GraphqlResult): Record<string, unknown> {
  const first = result.errors?.[0];
  if (first !== undefined)
    throw new HubError('fault', errorCode(result) ?? 'INTERNAL', first.message, first.extensions);
  if (result.data === undefined || result.data === null)
    throw new HubError('fault', 'NO_DATA', 'A result without data.');
  return result.data;
}
