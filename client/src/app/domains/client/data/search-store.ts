import { computed, inject, Injectable, signal } from '@angular/core';
import { DirectorySearch, type TypoSearch } from '../../shared/data/directory/directory-search.ts';
import { DirectoryStore } from '../../shared/data/directory/directory-store.ts';
import { RecentClients } from './recent-clients.ts';

/** What the search window finds. Provided by the window. */
@Injectable()
export class SearchStore {
  readonly #directory = inject(DirectoryStore);
  readonly #recent = inject(RecentClients).list;
  readonly #findTypos = signal<TypoSearch | null>(null);
  readonly #search = computed(() => new DirectorySearch(this.#directory.entries()));

  readonly total = this.#directory.total;
  readonly query = signal('');
  readonly hits = computed(() => this.#search().find(this.query(), this.#findTypos()));
  /** The cards opened last, with when. */
  readonly recent = computed(() => {
    const entries = new Map(this.#directory.entries().map((entry) => [entry.id, entry]));
    return this.#recent().flatMap(({ id, openedAt }) => {
      const entry = entries.get(id);
      return entry === undefined ? [] : [{ ...entry, openedAt }];
    });
  });

  constructor() {
    void this.#loadTypos();
  }

  async #loadTypos(): Promise<void> {
    const { findTypos } = await import('../../shared/data/directory/typo-search.ts');
    this.#findTypos.set(findTypos);
  }
}
