import { computed, inject, Injectable, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { type Client, type HistoryEntry, overlayHistory, overlayLastVisit } from '@tournee/graphql';
import { catchError, combineLatest, map, type Observable, of, switchMap } from 'rxjs';
import type { LocalBase } from '../../../local-db/local-base.ts';
import { LocalBaseStore } from '../../shared/data/local-base-store.ts';

export type CardStatus = 'none' | 'loading' | 'missing' | 'ready';

interface Card {
  id: string | null;
  status: CardStatus;
  client: Client | null;
  history: readonly HistoryEntry[];
}

const NO_CARD: Card = { id: null, status: 'none', client: null, history: [] };

/** One client's card and history, with the user's own operations laid over. Provided by the page that shows it. */
@Injectable()
export class ClientCardStore {
  readonly #bases = inject(LocalBaseStore);
  /** The client to show. */
  readonly clientId = signal<string | null>(null);

  readonly #wanted = computed(() => ({ id: this.clientId(), base: this.#bases.base() }));
  readonly #card = toSignal(toObservable(this.#wanted).pipe(switchMap(({ id, base }) => cardOf(base, id))), {
    initialValue: NO_CARD,
  });
  /** The card, when it is that of the client wanted now. */
  readonly #current = computed(() => {
    const [card, id] = [this.#card(), this.clientId()];
    return card.id === id ? card : loading(id);
  });

  readonly status = computed(() => this.#current().status);
  readonly client = computed(() => this.#current().client);
  /** Day of the last visit, own visits that are not refused included; `yyyy-mm-dd`. */
  readonly lastVisit = computed(() => this.client()?.lastVisit ?? null);
  /** Newest first, disputes included. */
  readonly history = computed(() => this.#current().history);
}

function loading(id: string | null): Card {
  return id === null ? NO_CARD : { id, status: 'loading', client: null, history: [] };
}

function cardOf(base: LocalBase | null, id: string | null): Observable<Card> {
  if (base === null || id === null) return of(loading(id));
  const parts = [
    base.document$('client', id),
    base.document$('clientHistory', id),
    base.operationsAbout$('client', id),
  ] as const;
  return combineLatest(parts).pipe(
    map(([client, history, operations]): Card => {
      if (client === null) return { id, status: 'missing', client: null, history: [] };
      return {
        id,
        status: 'ready',
        client: { ...client, lastVisit: overlayLastVisit(client.lastVisit, operations) },
        history: overlayHistory(history?.relations ?? [], operations),
      };
    }),
    // The base is being closed.
    catchError(() => of(loading(id))),
  );
}
