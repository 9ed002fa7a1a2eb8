import type { BaseState } from '@tournee/graphql';
import type { HubClient } from './hub-client.ts';

const BASE_STATE = 'query BaseState { baseState { refreshedAt serverTime documentCount } }';
const TIMEOUT_MS = 8_000;

/** Asks the hub for the state of the base; also how a device finds out whether the hub is there. */
export async function requestBaseState(client: HubClient, signal: AbortSignal): Promise<BaseState> {
  const data = await client.request(
    BASE_STATE,
    {},
    AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  );
  return data['baseState'] as BaseState;
}
