import type { DemoClient } from './client-rows.ts';
import type { Random } from './random.ts';

export const TURNOVER_COLUMNS = ['c_client', 'annee', 'mois', 'ca_ht'] as const;

export type TurnoverFields = Record<(typeof TURNOVER_COLUMNS)[number], string>;

const MONTHS = 12;
const SEASON_FACTOR = 2.5;

/** Turnover of a client by month, of the year before and of this one up to the month of `today` (`yyyy-mm-dd`). */
export function* demoTurnover(client: DemoClient, today: string, random: Random): Generator<TurnoverFields> {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const size = 0.2 + random.fraction() ** 3 * 6;
  const growth = 0.7 + random.fraction() * 0.6;
  for (const annee of [year - 1, year]) {
    for (let mois = 1; mois <= (annee === year ? month : MONTHS); mois += 1) {
      if (random.chance(0.4)) continue;
      const season = client.trade.season.includes(mois) ? SEASON_FACTOR : 1;
      const amount =
        client.trade.turnover * size * season * (annee === year ? growth : 1) * (0.4 + random.fraction());
      // A credit note makes a month negative.
      const caHt = random.chance(0.02) ? -amount / 10 : amount;
      yield {
        c_client: client.fields.c_client.trimEnd(),
        annee: String(annee),
        mois: String(mois),
        ca_ht: caHt.toFixed(2),
      };
    }
  }
}
