import * as z from 'zod';
import type { Reply } from '../ipc/contract.ts';
import { readKeptJson, writeKeptJson } from './kept-json.ts';
import { messages } from './messages.ts';

const LOCAL_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
/** URLs allow `;`, `,`, `*` and quotes in a host, which mean something in a content security policy. No real host has them. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])$/;
const keptAddress = z.strictObject({ hub: z.string() });

/**
 * Origin of a hub from what a user typed; `hub.exemple.fr` stands for `https://hub.exemple.fr`.
 * Threat: tokens and customers' data go there, so plain http is for this machine only.
 */
export function parseHubAddress(typed: string): Reply<string> {
  const text = typed.trim();
  if (text === '') return refuse('HUB_ADDRESS_EMPTY', messages.hub.empty);
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null || !HOST.test(url.hostname)) return refuse('HUB_ADDRESS_INVALID', messages.hub.invalid);
  const isSecure = url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL_HOSTS.has(url.hostname));
  if (!isSecure) return refuse('HUB_ADDRESS_INSECURE', messages.hub.insecure);
  if (
    url.username !== '' ||
    url.password !== '' ||
    url.pathname !== '/' ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    return refuse('HUB_ADDRESS_TOO_MUCH', messages.hub.tooMuch);
  }
  return { ok: true, value: url.origin };
}

export interface HubAddress {
  read(): string | null;
  /** Keeps an origin that `parseHubAddress` gave. */
  write(origin: string): void;
}

/** The hub's origin, kept in a file. A file with an address that is not acceptable counts as none. */
export function keepHubAddress(file: string): HubAddress {
  const kept = parseHubAddress(readKeptJson(file, keptAddress)?.hub ?? '');
  let current = kept.ok ? kept.value : null;
  return {
    read: () => current,
    write: (origin) => {
      writeKeptJson(file, { hub: origin } satisfies z.infer<typeof keptAddress>);
      current = origin;
    },
  };
}

/**
 * True when a hub answers at an origin: its `/health` is JSON, ready (200) or not (503).
 * @param fetch Chromium's (`net.fetch`), which knows the proxy and the certificates of the machine
 */
export async function probeHub(
  origin: string,
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  timeoutMs = 5000,
): Promise<boolean> {
  try {
    const response = await fetch(`${origin}/health`, {
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    await response.body?.cancel();
    return isJson && (response.status === 200 || response.status === 503);
  } catch {
    // No network, no such name, no answer in time, bad certificate: no hub from here, whatever the reason.
    return false;
  }
}

function refuse(code: string, message: string): Reply<never> {
  return { ok: false, code, message };
}
