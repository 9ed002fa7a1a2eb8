import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { ClockStore } from '../../shared/data/clock-store.ts';
import { DirectoryStore } from '../../shared/data/directory/directory-store.ts';
import {
  type AccueilOrder,
  type AccueilView,
  arrangeRows,
  followUpRows,
  lastVisitRows,
} from '../util/accueil-rows.ts';

/** Whom to see again: the two tables of Accueil. Provided by the page that shows them. */
@Injectable()
export class AccueilStore {
  readonly #directory = inject(DirectoryStore);
  readonly today = inject(ClockStore).today;
  readonly status = this.#directory.status;
  /** How many clients there are at all. */
  readonly total = this.#directory.total;

  readonly view = signal<AccueilView>('a-revoir');
  /** Code of the agency to show; null for all. */
  readonly agency = signal<string | null>(null);
  /** Null for the order that the table begins with. */
  readonly order = signal<AccueilOrder | null>(null);

  readonly #followUps = computed(() => followUpRows(this.#directory.entries(), this.today()));
  readonly #lastVisits = computed(() => lastVisitRows(this.#directory.entries(), this.today()));
  /** Codes of the agencies that clients have, sorted. */
  readonly agencies = computed(() =>
    [...new Set(this.#directory.entries().flatMap(({ cAgence }) => cAgence ?? []))].sort(),
  );
  readonly counts = computed(() => {
    const chosen = { agency: this.agency(), order: null };
    return {
      'a-revoir': arrangeRows(this.#followUps(), chosen).length,
      'derniere-visite': arrangeRows(this.#lastVisits(), chosen).length,
    };
  });
  /** All overdue clients, whatever agency is shown. */
  readonly overdue = computed(() => this.#followUps().filter(({ days }) => days !== null && days < 0));
  readonly hasFollowUps = computed(() => this.#followUps().length > 0);
  /** Whom to begin with when nobody has a date yet. */
  readonly firstToSee = computed(() => this.#lastVisits());

  readonly rows = computed(() => {
    const rows = this.view() === 'a-revoir' ? this.#followUps() : this.#lastVisits();
    return arrangeRows(rows, { agency: this.agency(), order: this.order() });
  });
  /** The client shown beside: stays when rows change around it; when it leaves the table, the next one takes its place. */
  readonly selectedId = linkedSignal<readonly { id: string }[], string | null>({
    source: () => this.rows(),
    computation: (rows, previous) => {
      const kept = previous?.value ?? null;
      if (kept !== null && rows.some(({ id }) => id === kept)) return kept;
      const place = previous?.source.findIndex(({ id }) => id === kept) ?? -1;
      return (rows[Math.min(Math.max(place, 0), rows.length - 1)] ?? null)?.id ?? null;
    },
  });
}
