/** What a base refresh may find odd in winpneu. */
export type OddKind =
  | 'clientWithoutName'
  | 'clientWithoutKnownRep'
  | 'clientWithoutOffice'
  | 'clientOddDate'
  | 'turnoverOddMonth'
  | 'turnoverWithoutClient'
  | 'relationOddHour'
  | 'relationOddDate'
  | 'relationUnknownUser'
  | 'relationWithoutClient'
  | 'relationOfOtherEntity';

export interface OddRows {
  readonly kind: OddKind;
  /** False: no device gets these rows. */
  readonly isPublished: boolean;
  readonly count: number;
  /** `c_client` or `num_relation` of the first ones. */
  readonly keys: readonly string[];
}

/** How many keys of a kind a report lists. */
export const LISTED_KEYS = 200;

const UNPUBLISHED: ReadonlySet<OddKind> = new Set<OddKind>([
  'turnoverOddMonth',
  'turnoverWithoutClient',
  'relationWithoutClient',
  'relationOfOtherEntity',
]);

/** Collects odd rows, so that none is dropped or bent without a word. */
export class OddRowCollector {
  readonly #rows = new Map<OddKind, { count: number; keys: string[] }>();

  note(kind: OddKind, key: string): void {
    this.noteMany(kind, 1, [key]);
  }

  /** @param keys of the first ones of `count` */
  noteMany(kind: OddKind, count: number, keys: readonly string[]): void {
    if (count === 0) return;
    const known = this.#rows.get(kind) ?? { count: 0, keys: [] };
    known.count += count;
    known.keys.push(...keys.slice(0, LISTED_KEYS - known.keys.length));
    this.#rows.set(kind, known);
  }

  report(): OddRows[] {
    return [...this.#rows].map(([kind, rows]) => ({ kind, isPublished: !UNPUBLISHED.has(kind), ...rows }));
  }
}
