import { frenchDay, parisDay, parisHour } from '@tournee/graphql';
import type { Link } from '../domains/shared/data/sync-store.ts';
import { shellMessages } from './shell-messages.ts';

export interface ConnectionWords {
  text: string;
  /** The colour tells the age of the base, as the customer asked: green as long as it is fresh, red when it is not. */
  tone: 'ok' | 'bad' | 'accent' | 'none';
}

/** What the pill in the top bar says. The date of the base is the hour in France. */
export function connectionWords(link: Link, baseDate: Date | null, isStale: boolean): ConnectionWords {
  const freshness = isStale ? 'bad' : baseDate === null ? 'none' : 'ok';
  if (link === 'syncing') return { text: shellMessages.syncing, tone: isStale ? 'bad' : 'accent' };
  const base =
    baseDate === null
      ? shellMessages.noBase
      : shellMessages.baseOf(frenchDay(parisDay(baseDate)), parisHour(baseDate));
  if (link === 'too-old') return { text: shellMessages.tooOldPill(base), tone: 'bad' };
  return {
    text: link === 'online' ? shellMessages.online(base) : shellMessages.offline(base),
    tone: freshness,
  };
}
