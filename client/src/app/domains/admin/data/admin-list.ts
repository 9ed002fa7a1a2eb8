import { computed, DestroyRef, effect, inject, type Signal, signal, untracked } from '@angular/core';
import { type AdminProblem, adminProblem } from './admin-problem.ts';
import type { TableQuery } from '../util/table-query.ts';

export interface RowPage<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

export type FetchRows<Row, Key extends string> = (
  query: TableQuery<Key>,
  signal: AbortSignal,
) => Promise<RowPage<Row>>;

/**
 * The rows that a query asks for. Those of before stay until the next ones are there, also when asking fails. Needs an
 * injection context.
 */
export class AdminList<Row, Key extends string = string> {
  readonly #query: Signal<TableQuery<Key>>;
  readonly #fetch: FetchRows<Row, Key>;
  readonly #page = signal<RowPage<Row> | null>(null);
  readonly #problem = signal<AdminProblem | null>(null);
  readonly #isLoading = signal(false);
  #asking: AbortController | null = null;

  /** Null until rows came for the first time. */
  readonly page = this.#page.asReadonly();
  readonly rows = computed(() => this.#page()?.rows ?? []);
  /** Why the last asking failed. */
  readonly problem = this.#problem.asReadonly();
  readonly isLoading = this.#isLoading.asReadonly();

  constructor(query: Signal<TableQuery<Key>>, fetch: FetchRows<Row, Key>) {
    this.#query = query;
    this.#fetch = fetch;
    effect(() => {
      query();
      untracked(() => void this.reload());
    });
    inject(DestroyRef).onDestroy(() => this.#asking?.abort());
  }

  /** Asks again for what the query says. */
  async reload(): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    this.#isLoading.set(true);
    try {
      const page = await this.#fetch(this.#query(), asking.signal);
      if (asking.signal.aborted) return;
      this.#page.set(page);
      this.#problem.set(null);
    } catch (error) {
      // A later question has taken its place.
      if (asking.signal.aborted) return;
      this.#problem.set(adminProblem(error));
    } finally {
      if (this.#asking === asking) this.#isLoading.set(false);
    }
  }
}
