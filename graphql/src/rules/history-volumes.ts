import type { ClientHistory, ClientRelation } from '../generated/schema.ts';
import { newestFirst } from './overlay.ts';

/**
 * A client's history is cut into volumes, so that the n-th visit costs what the first did (ADR 16). A volume holds so
 * many rows of winpneu in the order of their numbers, archived ones counted: what it holds never moves to another.
 */
export const RELATIONS_PER_VOLUME = 50;

const MARK = '~';

/** How many volumes so many rows make; a client without any has one that is empty. */
export function historyVolumes(rows: number): number {
  return Math.max(1, Math.ceil(rows / RELATIONS_PER_VOLUME));
}

/** Id of a volume's document: the client's code for the first, `<code>~1` and so on for those after it. */
export function historyVolumeId(cClient: string, volume: number): string {
  return volume === 0 ? escaped(cClient) : `${historyVolumePrefix(cClient)}${String(volume)}`;
}

/** What the ids of all volumes but the first begin with; digits follow. */
export function historyVolumePrefix(cClient: string): string {
  return `${escaped(cClient)}${MARK}`;
}

/** The reverse of `historyVolumeId`. */
export function readHistoryVolumeId(id: string): { cClient: string; volume: number } {
  const [, code = id, number = '0'] = /^((?:[^~]|~~)*)~(\d+)$/.exec(id) ?? [];
  return { cClient: code.replaceAll(MARK + MARK, MARK), volume: Number(number) };
}

/** All relations of a client's volumes, newest first, each once. */
export function joinVolumes(volumes: readonly Pick<ClientHistory, 'relations'>[]): ClientRelation[] {
  const byNumber = new Map(volumes.flatMap(({ relations }) => relations).map((one) => [one.num, one]));
  return [...byNumber.values()].sort(newestFirst);
}

/** A code that holds the mark is not taken for the volume of another client. */
function escaped(cClient: string): string {
  return cClient.replaceAll(MARK, MARK + MARK);
}
