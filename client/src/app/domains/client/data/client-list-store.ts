import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { DirectoryStore } from '../../shared/data/directory/directory-store.ts';
import { LocalBaseStore } from '../../shared/data/local-base-store.ts';

/** The clients that a query finds. */
@Injectable({ providedIn: 'root' })
export class ClientListStore {
  readonly #directory = inject(DirectoryStore);

  readonly status = this.#directory.status;
  readonly total = this.#directory.total;
  /** What is typed into the search field: words in any order, `*` and `?`, by code or name. Another user starts anew. */
  readonly query = linkedSignal({ source: inject(LocalBaseStore).name, computation: () => '' });
  /** The clients found, in the order of the list. */
  readonly results = computed(() => this.#directory.index().search(this.query()));
}
