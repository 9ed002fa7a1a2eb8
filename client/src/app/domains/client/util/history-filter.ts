import { addDays, fold, type HistoryEntry, searchTest } from '@tournee/graphql';

/** Months back that a history can be cut to. */
export const HISTORY_PERIODS = [3, 12, 36] as const;

export interface HistoryFilter {
  /** Words in any order, `*` and `?`; in object, comment and author. */
  text: string;
  /** `origine_relation`, trimmed; null for all. */
  origin: string | null;
  /** As shown; null for all. */
  author: string | null;
  /** Months back; null for all. What has no date is then left out. */
  months: number | null;
}

export const NO_HISTORY_FILTER: HistoryFilter = { text: '', origin: null, author: null, months: null };

const DAYS_A_MONTH = 30.5;

/** The name of the author as the history shows it; empty when winpneu has none. */
export function authorOf({ auteur, cUser }: Pick<HistoryEntry, 'auteur' | 'cUser'>): string {
  return (auteur ?? cUser ?? '').trim();
}

export function filterHistory(
  entries: readonly HistoryEntry[],
  { text, origin, author, months }: HistoryFilter,
  today: string,
): readonly HistoryEntry[] {
  const test = text.trim() === '' ? null : searchTest(text);
  const since = months === null ? null : addDays(today, -Math.round(months * DAYS_A_MONTH));
  return entries.filter((entry) => {
    if (origin !== null && entry.origine.trim() !== origin) return false;
    if (author !== null && authorOf(entry) !== author) return false;
    if (since !== null && (entry.date ?? '') < since) return false;
    return test === null || test(fold(`${entry.objet} ${entry.commentaire ?? ''} ${authorOf(entry)}`));
  });
}

/** Origins and authors that a history has, sorted. */
export function historyChoices(entries: readonly HistoryEntry[]): { origins: string[]; authors: string[] } {
  const sorted = (values: readonly string[]) =>
    [...new Set(values)].filter((value) => value !== '').sort((a, b) => a.localeCompare(b, 'fr'));
  return {
    origins: sorted(entries.map(({ origine }) => origine.trim())),
    authors: sorted(entries.map(authorOf)),
  };
}
