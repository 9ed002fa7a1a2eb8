import type { ClientCa } from '@tournee/graphql';

export const MONTHS = [
  'Janvier',
  'Février',
  'Mars',
  'Avril',
  'Mai',
  'Juin',
  'Juillet',
  'Août',
  'Septembre',
  'Octobre',
  'Novembre',
  'Décembre',
] as const;

export interface Bar {
  /** Top and height, in hundredths of the drawing's height. */
  y: number;
  height: number;
}

export interface MonthBars {
  month: string;
  amount: number;
  before: number;
  current: Bar;
  past: Bar;
}

export interface TurnoverBars {
  months: readonly MonthBars[];
  /** Where zero lies; above 100 hundredths only credit notes would be. */
  zero: number;
}

/** Twelve pairs of bars on one scale; negative months (credit notes) hang below the zero line. */
export function turnoverBars(ca: Pick<ClientCa, 'mois' | 'moisN1'>): TurnoverBars {
  const all = [...ca.mois, ...ca.moisN1].filter((amount) => Number.isFinite(amount));
  const top = Math.max(0, ...all);
  const bottom = Math.min(0, ...all);
  const span = top - bottom || 1;
  const zero = (100 * top) / span;
  const bar = (amount: number): Bar => {
    const height = (100 * Math.abs(amount)) / span;
    return { y: amount < 0 ? zero : zero - height, height };
  };
  const months = MONTHS.map((month, index): MonthBars => {
    const amount = ca.mois[index] ?? 0;
    const before = ca.moisN1[index] ?? 0;
    return { month, amount, before, current: bar(amount), past: bar(before) };
  });
  return { months, zero };
}
