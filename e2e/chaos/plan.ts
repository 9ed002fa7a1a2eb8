import { seededRandom, type Random } from '@tournee/db/demo';
import type { Fault } from '../faults/fault.ts';

export interface ChaosOptions {
  seed: number;
  seconds: number;
  hubs: number;
  devices: number;
  /** Operations that all devices together note. */
  operations: number;
  kills: number;
}

/** Something that happens to the hubs, so many milliseconds after the start. */
export interface Blow {
  at: number;
  kind: 'kill-one' | 'kill-all' | 'fill-disk' | 'free-disk';
  /** Which of the hubs, as a share of them: 0 to 1. */
  share: number;
}

export type IntentKind = 'visit' | 'new-prospect' | 'change-prospect' | 'visit-prospect' | 'follow-up';

/** Something that a rep wants, so many milliseconds after the start. */
export interface Intent {
  at: number;
  kind: IntentKind;
  /** Chooses the client or prospect it is about, as a share of those at hand: 0 to 1. */
  share: number;
}

const DISK_EPISODES = 2;
const DISK_FULL_MS = 1500;
/** Longer than a rep's patience: what was held arrives after what was sent later, and after the same was sent again. */
export const LONGEST_HOLD_MS = 2500;

/** Everything that happens, from the seed alone: the same seed makes the same plan. */
export function planBlows({ seed, seconds, kills }: ChaosOptions): Blow[] {
  const random = seededRandom(seed);
  const end = seconds * 1000;
  const step = end / kills;
  const killing = Array.from({ length: kills }, (_, index): Blow => ({
    at: step * (index + random.fraction()),
    kind: random.chance(0.1) ? 'kill-all' : 'kill-one',
    share: random.fraction(),
  }));
  const filling = Array.from({ length: DISK_EPISODES }, (_, index) => {
    const at = (end / DISK_EPISODES) * (index + 0.3 + 0.4 * random.fraction());
    return [
      { at, kind: 'fill-disk', share: 0 },
      { at: at + DISK_FULL_MS, kind: 'free-disk', share: 0 },
    ] satisfies Blow[];
  });
  return [...killing, ...filling.flat()].sort((a, b) => a.at - b.at);
}

/** What the user of one device wants. */
export function planIntents({ seed, seconds, devices, operations }: ChaosOptions, device: number): Intent[] {
  const random = seededRandom(seed * 1000 + device);
  const count = Math.floor(operations / devices) + (device < operations % devices ? 1 : 0);
  return Array.from({ length: count }, () => ({
    at: seconds * 1000 * random.fraction(),
    kind: intentKind(random),
    share: random.fraction(),
  })).sort((a, b) => a.at - b.at);
}

function intentKind(random: Random): IntentKind {
  const draw = random.fraction();
  if (draw < 0.6) return 'visit';
  if (draw < 0.7) return 'new-prospect';
  if (draw < 0.82) return 'change-prospect';
  return draw < 0.92 ? 'visit-prospect' : 'follow-up';
}

/** What the network does to a device's requests, one after the other. */
export function faultSource(seed: number, device: number): () => Fault {
  const random = seededRandom(seed * 1000 + 500 + device);
  return () => {
    if (!random.chance(0.3)) return { kind: 'none' };
    const kind = random.pick(FAULTS);
    const ms = random.between(100, LONGEST_HOLD_MS);
    switch (kind) {
      case 'hold':
        return { kind, ms };
      case 'error-page':
        return { kind, status: 502 };
      default:
        return { kind };
    }
  };
}

const FAULTS = [
  'refuse',
  'cut-request',
  'cut-answer',
  'cut-answer',
  'lose-answer',
  'lose-answer',
  'double',
  'double',
  'hold',
  'error-page',
  'portal',
  'stale-token',
] as const;
