/** A repeatable source of chance: the same seed gives the same data on every machine. */
export interface Random {
  /** From 0 on, below 1. */
  fraction(): number;
  /** Whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True in `share` of the cases (0 to 1). */
  chance(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** `count` decimal digits. */
  digits(count: number): string;
}

/** Mulberry32: 32 bits of state, and good enough for demo data. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(fraction() * (high - low + 1));
  return {
    fraction,
    between,
    chance: (share) => fraction() < share,
    pick: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    digits: (count) => Array.from({ length: count }, () => String(between(0, 9))).join(''),
  };
}
