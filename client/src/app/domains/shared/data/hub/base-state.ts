import type { BaseState } from '@tournee/graphql';
import type { HubClient } from './hub-client.ts';

const BASE_STATE = 'query BaseState { baseState { refreshedAt serverTime documentCount } }';
const TIMEOUT_MS = 8_000;

export interface HeardState {
  state: BaseState;
  /** How long the answer took, in milliseconds: the hub's time in it is at most that old. */
  roundTrip: number;
}

/** Asks the hub for the state of the base; also how a device finds out whether the hub is there. */
export async function requestBaseState(client: HubClient, signal: AbortSignal): Promise<HeardState> {
  const askedAt = performance.now();
  const data = await client.request(
    BASE_STATE,
    {},
    AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  );
  return { state: data['baseState'] as BaseState, roundTrip: performance.now() - askedAt };
}
