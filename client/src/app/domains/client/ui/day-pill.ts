import type { AccueilRow, AccueilView } from '../util/accueil-rows.ts';
import { accueilMessages } from './accueil-messages.ts';

export interface DayWords {
  text: string;
  /** Null for plain text. */
  tone: 'bad' | 'warn' | null;
}

/** The last column of a table: days until a client is to be seen again, or since they were seen. */
export function dayWords({ days }: Pick<AccueilRow, 'days'>, view: AccueilView): DayWords {
  const messages = accueilMessages;
  if (view === 'derniere-visite') {
    if (days === null) return { text: messages.neverSeen, tone: 'warn' };
    // A visit of tomorrow is a typing error of long ago.
    return days < 0 ? { text: messages.inFuture, tone: 'warn' } : { text: messages.days(days), tone: null };
  }
  const left = days ?? 0;
  if (left < 0) return { text: messages.overdue(-left), tone: 'bad' };
  if (left === 0) return { text: messages.today, tone: 'warn' };
  return left === 1 ? { text: messages.tomorrow, tone: 'warn' } : { text: messages.days(left), tone: null };
}
