import {
  describeAnswers,
  frenchDay,
  type HistoryEntry,
  isDay,
  isHour,
  visitAnswers,
  type VisitForm,
  withoutCrmMark,
} from '@tournee/graphql';
import { authorOf } from '../util/history-filter.ts';
import { historyMessages } from './client-messages.ts';

/** Relations of this origin are disputes, hidden until asked for. */
const DISPUTE = 'LIT';
/** Before the object of visits made before the client account existed. */
const PROSPECT_MARK = '[PROSPECT] ';
/** Twenty years of data entry left 1900 where there was no date. */
const FIRST_YEAR = '1950';

export interface HistoryRow {
  key: string;
  /** `dd/mm/yyyy`, or words when winpneu has no usable day. */
  day: string;
  /** `hh:mm`, or empty when winpneu has no usable hour. */
  hour: string;
  /** The day lies in the future: shown, but said to be doubtful. */
  isOdd: boolean;
  object: string;
  author: string;
  answers: string;
  comment: string;
  isDispute: boolean;
  /** Noted before the client account existed. */
  isFromProspect: boolean;
  pill: { text: string; tone: 'warn' | 'bad' } | null;
  /** Why the hub refused it; empty otherwise. */
  reason: string;
}

export function isDispute(entry: Pick<HistoryEntry, 'origine'>): boolean {
  return entry.origine.trim() === DISPUTE;
}

/** An entry of the history in the words of the screen. `today` is the day in France, `yyyy-mm-dd`. */
export function historyRow(entry: HistoryEntry, form: VisitForm, today: string): HistoryRow {
  const day = usableDay(entry.date);
  const answers = visitAnswers.safeParse(entry.answers);
  const disputed = isDispute(entry);
  const isFromProspect = entry.objet.startsWith(PROSPECT_MARK);
  const object = (isFromProspect ? entry.objet.slice(PROSPECT_MARK.length) : entry.objet).trim();
  return {
    // The operation names an entry before and after winpneu has its row, so that the row on screen stays the same one.
    key: entry.operation ?? `relation-${String(entry.num)}`,
    day: day === null ? historyMessages.undated : frenchDay(day),
    hour: usableHour(entry.heure),
    isOdd: day !== null && day > today,
    object: object || historyMessages.untitled,
    author: authorOf(entry),
    answers: answers.success ? describeAnswers(answers.data, form) : '',
    comment: withoutCrmMark((entry.commentaire ?? '').trim()),
    isDispute: disputed,
    isFromProspect,
    pill: statePill(entry.state) ?? (disputed ? { text: historyMessages.dispute, tone: 'bad' } : null),
    reason: entry.reason?.message ?? '',
  };
}

function usableDay(date: string | null): string | null {
  return date && isDay(date) && date >= FIRST_YEAR ? date : null;
}

/** `9:5` is read as five past nine; `25:99` and blanks are no hour. */
function usableHour(heure: string | null): string {
  const padded = (heure ?? '').trim().replace(/^(\d{1,2}):(\d{1,2})$/, (_, hour: string, minute: string) => {
    return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  });
  return isHour(padded) ? padded : '';
}

function statePill(state: HistoryEntry['state']): HistoryRow['pill'] {
  switch (state) {
    case 'pending':
      return { text: historyMessages.pending, tone: 'warn' };
    case 'failed':
      return { text: historyMessages.received, tone: 'warn' };
    case 'rejected':
      return { text: historyMessages.rejected, tone: 'bad' };
    case 'conflict':
      return { text: historyMessages.conflict, tone: 'bad' };
    case 'integrated':
    case null:
      return null;
  }
}
