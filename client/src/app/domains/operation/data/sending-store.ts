import { computed, inject, Injectable, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { type Operation, type OperationCode, settleConflicts } from '@tournee/graphql';
import { catchError, from, of, switchMap } from 'rxjs';
import { LocalBaseStore } from '../../shared/data/local-base-store.ts';
import { OperationStore } from '../../shared/data/operation-store.ts';
import type { SendingState } from '../../shared/data/operation-state.ts';
import { readEntityNames } from './entity-names.ts';
import {
  countByFilter,
  filterOf,
  groupSendings,
  type Sending,
  type SendingFilter,
} from './sending-groups.ts';

/** Values chosen for the fields in conflict: true is the user's own. By operation, then by field. */
export type ConflictChoices = Readonly<Record<string, Readonly<Record<string, boolean>>>>;

const FIRST_SHOWN = 100;
const UNSETTLED: readonly SendingState[] = ['pending', 'failed', 'rejected', 'conflict'];
const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** « Envois »: what this device sent and has to send, by client. Provided by the page. */
@Injectable()
export class SendingStore {
  readonly #store = inject(OperationStore);
  readonly #bases = inject(LocalBaseStore);
  readonly #shown = signal(FIRST_SHOWN);
  readonly #choices = signal<ConflictChoices>({});

  readonly filter = signal<SendingFilter>('all');
  readonly choices = this.#choices.asReadonly();
  readonly isLoading = computed(() => this.#store.operations() === null);

  readonly #sendings = computed(() =>
    (this.#store.operations() ?? [])
      .toReversed()
      .map((operation): Sending => ({ operation, state: this.#store.stateOf(operation) })),
  );
  readonly counts = computed(() => countByFilter(this.#sendings()));
  readonly #filtered = computed(() => {
    const filter = this.filter();
    const sendings = this.#sendings();
    return filter === 'all' ? sendings : sendings.filter(({ state }) => filterOf(state) === filter);
  });
  readonly #wanted = computed(() => ({ base: this.#bases.base(), operations: this.#store.operations() }));
  readonly #names = toSignal(
    toObservable(this.#wanted).pipe(
      switchMap(({ base, operations }) =>
        base === null || operations === null
          ? of(NO_NAMES)
          : // A base that is being closed.
            from(readEntityNames(base, operations)).pipe(catchError(() => of(NO_NAMES))),
      ),
    ),
    { initialValue: NO_NAMES },
  );
  readonly groups = computed(() => groupSendings(this.#filtered().slice(0, this.#shown()), this.#names()));
  /** How many of the filtered ones are not shown yet. */
  readonly hiddenCount = computed(() => Math.max(0, this.#filtered().length - this.#shown()));
  /** What the hub has not integrated, and is not settled otherwise. */
  readonly unsettled = computed(() =>
    this.#sendings().flatMap(({ operation, state }) => (UNSETTLED.includes(state) ? [operation] : [])),
  );

  choose(filter: SendingFilter): void {
    this.filter.set(filter);
    this.#shown.set(FIRST_SHOWN);
  }

  showMore(): void {
    this.#shown.update((shown) => shown + FIRST_SHOWN);
  }

  giveUp(id: string): Promise<void> {
    return this.#store.giveUp(id);
  }

  /** Reading the page is reading what the hub has to say. */
  markNoticesRead(): Promise<void> {
    return this.#store.markRead(this.#store.unreadNotices().map(({ id }) => id));
  }

  /**
   * Chooses the value of a field in conflict. Once the last one is chosen, a new operation says so and takes the place of
   * the one in conflict, also when all of theirs are kept: the hub then knows that it is settled.
   * @returns whether all is settled
   */
  async settle(operation: Operation, field: string, isMine: boolean): Promise<boolean> {
    const conflicts = operation.conflicts ?? [];
    const chosen = { ...this.#choices()[operation.id], [field]: isMine };
    this.#choices.update((choices) => ({ ...choices, [operation.id]: chosen }));
    if (!conflicts.every((conflict) => conflict.field in chosen)) return false;
    const changes = settleConflicts(conflicts, (name) => chosen[name] === true);
    return this.#replace(operation, { changes });
  }

  /** Sends a refused operation again with other values. False when there is no base to keep it in. */
  correct(operation: Operation, payload: unknown): Promise<boolean> {
    return this.#replace(operation, payload);
  }

  #replace({ id, code, entityType, entityId }: Operation, payload: unknown): Promise<boolean> {
    const subject = {
      code: code as OperationCode,
      entityType: entityType === 'prospect' ? ('prospect' as const) : ('client' as const),
      entityId,
    };
    return this.#store.record(subject, payload, id);
  }
}
