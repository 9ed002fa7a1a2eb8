import type { ClientCa } from '@tournee/graphql';
import { euros, signed } from '../../shared/ui/french-numbers.ts';
import { clientMessages } from './client-messages.ts';

export interface TurnoverDifference {
  text: string;
  tone: 'ok' | 'bad' | 'none';
}

/** Above this a percentage says less than the euros do. */
const READABLE_PERCENT = 500;

/**
 * The year compared with N-1 to date. A percentage needs a positive base: with nothing or a credit balance in N-1 the
 * difference is given in euros. Null when both are zero.
 */
export function turnoverDifference(ca: Pick<ClientCa, 'cumul' | 'cumulN1'>): TurnoverDifference | null {
  const { cumul, cumulN1 } = ca;
  const gap = Math.round(cumul) - Math.round(cumulN1);
  if (gap === 0) return Math.round(cumul) === 0 ? null : { text: clientMessages.steady, tone: 'none' };
  const tone = gap > 0 ? 'ok' : 'bad';
  const percent = cumulN1 > 0 ? Math.round((100 * (cumul - cumulN1)) / cumulN1) : null;
  if (percent === null || Math.abs(percent) > READABLE_PERCENT) return { text: signed(gap, euros), tone };
  if (percent === 0) return { text: clientMessages.steady, tone: 'none' };
  return { text: signed(percent, (absolute) => `${String(absolute)}\u00a0%`), tone };
}
