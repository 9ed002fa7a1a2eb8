import { daysBetween, isDay } from '@tournee/graphql';

/** The two tables of Accueil. */
export const ACCUEIL_VIEWS = ['a-revoir', 'derniere-visite'] as const;
export type AccueilView = (typeof ACCUEIL_VIEWS)[number];

export const ACCUEIL_COLUMNS = ['code', 'nom', 'agence', 'jours'] as const;
export type AccueilColumn = (typeof ACCUEIL_COLUMNS)[number];

export interface AccueilOrder {
  column: AccueilColumn;
  isDescending: boolean;
}

/** What a table needs of somebody in the directory. */
export interface AccueilSource {
  id: string;
  nomClient: string;
  villeFac: string | null;
  cAgence: string | null;
  lastVisit: string | null;
  followUp: string | null;
}

export interface AccueilRow extends AccueilSource {
  /** Days until the date de revoir, negative when overdue; or days since the last visit. Null when never seen. */
  days: number | null;
}

/** Clients whose last visit is older count as not seen for long. */
export const LONG_UNSEEN_DAYS = 90;

/** Clients with a date de revoir, the most overdue first. `entries` are in the order of names. */
export function followUpRows(entries: readonly AccueilSource[], today: string): AccueilRow[] {
  return entries
    .flatMap((entry): AccueilRow[] => {
      const { followUp } = entry;
      return followUp !== null && isDay(followUp) ? [{ ...entry, days: daysBetween(today, followUp) }] : [];
    })
    .sort(byDays);
}

/** Clients that nobody has seen for long: those never seen, then the longest unseen. */
export function lastVisitRows(entries: readonly AccueilSource[], today: string): AccueilRow[] {
  return entries
    .flatMap((entry): AccueilRow[] => {
      const { lastVisit } = entry;
      const days = lastVisit !== null && isDay(lastVisit) ? daysBetween(lastVisit, today) : null;
      return days === null || days > LONG_UNSEEN_DAYS ? [{ ...entry, days }] : [];
    })
    .sort((a, b) => byDays(b, a));
}

/** Never seen counts as longer ago than any day. */
function byDays(a: AccueilRow, b: AccueilRow): number {
  const [first, second] = [a.days ?? Infinity, b.days ?? Infinity];
  return first === second ? 0 : first - second;
}

/**
 * The rows of an agency in the order asked for. `rows` come as their table begins: most overdue, or longest unseen,
 * first; equal rows keep that order.
 */
export function arrangeRows(
  rows: readonly AccueilRow[],
  { agency, order }: { agency: string | null; order: AccueilOrder | null },
): readonly AccueilRow[] {
  const chosen = agency === null ? rows : rows.filter((row) => row.cAgence === agency);
  if (order === null) return chosen;
  const compare = COMPARE[order.column];
  return chosen.toSorted(order.isDescending ? (a, b) => compare(b, a) : compare);
}

const FRENCH = new Intl.Collator('fr', { sensitivity: 'base', numeric: true });

const COMPARE: Readonly<Record<AccueilColumn, (a: AccueilRow, b: AccueilRow) => number>> = {
  code: (a, b) => FRENCH.compare(a.id, b.id),
  nom: (a, b) => FRENCH.compare(a.nomClient, b.nomClient),
  agence: (a, b) => FRENCH.compare(a.cAgence ?? '', b.cAgence ?? ''),
  jours: byDays,
};

/** `nom` or `-nom`, as the address has it; null when it is none. */
export function parseOrder(text: string | null | undefined): AccueilOrder | null {
  const isDescending = text?.startsWith('-') ?? false;
  const column = ACCUEIL_COLUMNS.find((one) => one === text?.slice(isDescending ? 1 : 0));
  return column === undefined ? null : { column, isDescending };
}

export function writeOrder({ column, isDescending }: AccueilOrder): string {
  return `${isDescending ? '-' : ''}${column}`;
}
