import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import {
  changedQuery,
  readTableQuery,
  type TableQuery,
  tableParams,
  type TableSpec,
} from '../util/table-query.ts';

/** What the address asks of a table, and the way to change it. */
export interface TableAddress<Key extends string> {
  readonly query: Signal<TableQuery<Key>>;
  /** Typing does not fill the history: only the last text of a search can be gone back to. */
  change(change: Partial<TableQuery>): void;
}

/** The address of the page as the query of its table. For a field of the page, which is where it is injected. */
export function tableAddress<Key extends string>(spec: TableSpec<Key>): TableAddress<Key> {
  const router = inject(Router);
  const route = inject(ActivatedRoute);
  const params = toSignal(route.queryParamMap, { requireSync: true });
  const query = computed(() => readTableQuery(spec, (name) => params().get(name)), { equal: isSame });
  return {
    query,
    change: (change) => {
      const queryParams = tableParams(spec, changedQuery(query(), change));
      const isTyping = change.text !== undefined && query().text !== '';
      void router.navigate([], { relativeTo: route, queryParams, replaceUrl: isTyping });
    },
  };
}

function isSame(one: TableQuery, other: TableQuery): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
