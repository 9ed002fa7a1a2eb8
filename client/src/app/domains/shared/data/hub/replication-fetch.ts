import { errorCode, type GraphqlResult } from './graphql-exchange.ts';
import type { HubClient } from './hub-client.ts';
import { HubError } from './hub-error.ts';
import type { HubGate } from './hub-gate.ts';
import { retryDelay } from './retry-delay.ts';

export interface ExchangeReport {
  succeeded(): void;
  failed(error: HubError): void;
}

const TIMEOUT_MS = 120_000;
/** Of a hub that answers with errors: it needs to be mended, which takes longer than a network. */
const LONGEST_FAULT_PAUSE_MS = 30_000;

/**
 * The `fetch` of RxDB's replication. It waits while the hub cannot be reached, sends in the user's name, and rejects
 * whatever is not a good GraphQL result. RxDB tries again a second after each rejection, so the pauses that grow and
 * differ from device to device come before it: also for a line that carries small answers and cuts the long ones.
 */
export function replicationFetch(client: HubClient, gate: HubGate, report: ExchangeReport): typeof fetch {
  let failures = 0;
  let pushing: Promise<unknown> = Promise.resolve();

  const exchangeOnce = async (body: string): Promise<GraphqlResult> => {
    const signal = AbortSignal.any([await gate.passage(), AbortSignal.timeout(TIMEOUT_MS)]);
    try {
      const result = await client.send(body, signal);
      const code = errorCode(result);
      if (code !== null) throw new HubError('fault', code, result.errors?.[0]?.message ?? code);
      failures = 0;
      report.succeeded();
      return result;
    } catch (error) {
      const known = error instanceof HubError ? error : new HubError('fault', 'UNEXPECTED', String(error));
      report.failed(known);
      // Whoever is too old waits at the gate.
      if (known.kind !== 'too-old') await pause(pauseAfter(known, (failures += 1)));
      throw known;
    }
  };

  return async (input) => {
    const body = await (input as Request).text();
    if (!isPush(body)) return asResponse(await exchangeOnce(body));
    // One push after the other: RxDB sends the batches of a long absence all at once, and their order matters.
    const turn = pushing.then(() => exchangeOnce(body));
    pushing = turn.catch(() => undefined);
    return asResponse(await turn);
  };
}

function pauseAfter({ kind }: HubError, failures: number): number {
  return kind === 'unreachable'
    ? retryDelay(failures, Math.random())
    : retryDelay(failures, Math.random(), LONGEST_FAULT_PAUSE_MS);
}

function isPush(body: string): boolean {
  return body.startsWith('{"query":"mutation ');
}

/** RxDB only reads `json()`; the result is parsed already, and large. */
function asResponse(result: GraphqlResult): Response {
  return { json: () => Promise.resolve(result) } as Response;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
