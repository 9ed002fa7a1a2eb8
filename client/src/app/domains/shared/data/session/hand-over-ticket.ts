import type { KeyValueStore } from '../../../../local-db/storage/key-value-store.ts';
import type { KeptSession } from './kept-session.ts';

/**
 * What proves to the hub that unsent operations come from the device that it put out. Threat: a token on the disk. This
 * one opens nothing any more, and in a browser it is in the cookie until somebody else signs in; the hub takes it for the quarantine only, where nothing is integrated by itself.
 */
export interface HandOverTicket extends Pick<KeptSession, 'hubOrigin' | 'refreshToken'> {
  /** When the device was put out, ISO 8601. */
  since: string;
}

const SUFFIX = '/hand-over';

export async function keepTicket(store: KeyValueStore, base: string, ticket: HandOverTicket): Promise<void> {
  await store.write(`${base}${SUFFIX}`, ticket);
}

export async function dropTicket(store: KeyValueStore, base: string): Promise<void> {
  await store.remove(`${base}${SUFFIX}`);
}

/** The tickets of all bases of this machine. */
export async function readTickets(store: KeyValueStore): Promise<{ base: string; ticket: HandOverTicket }[]> {
  const keys = (await store.keys('tournee-')).filter((key) => key.endsWith(SUFFIX));
  const tickets = keys.map(async (key) => ({
    base: key.slice(0, -SUFFIX.length),
    ticket: await store.read<HandOverTicket>(key),
  }));
  return (await Promise.all(tickets)).flatMap(({ base, ticket }) =>
    ticket === null ? [] : [{ base, ticket }],
  );
}
