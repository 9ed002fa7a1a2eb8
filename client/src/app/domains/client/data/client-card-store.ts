import { computed, inject, Injectable, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import {
  type Client,
  type ClientRelation,
  type HistoryEntry,
  type Operation,
  overlayFleet,
  overlayFollowUp,
  overlayHistory,
  overlayLastVisit,
} from '@tournee/graphql';
import { catchError, combineLatest, map, type Observable, of, switchMap } from 'rxjs';
import type { LocalBase } from '../../../local-db/local-base.ts';
import { LocalBaseStore } from '../../shared/data/local-base-store.ts';
import { OperationStore } from '../../shared/data/operation-store.ts';
import { SyncStore } from '../../shared/data/sync-store.ts';

export type CardStatus = 'none' | 'loading' | 'missing' | 'ready';

interface Card {
  id: string | null;
  status: CardStatus;
  client: Client | null;
  relations: readonly ClientRelation[];
  operations: readonly Operation[];
}

const NO_CARD: Card = { id: null, status: 'none', client: null, relations: [], operations: [] };

/** One client's card and history, with the user's own operations laid over. Provided by the page that shows it. */
@Injectable()
export class ClientCardStore {
  readonly #bases = inject(LocalBaseStore);
  readonly #operations = inject(OperationStore);
  readonly #pulledAt = inject(SyncStore).pulledAt;
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
  readonly client = computed(() => {
    const { client, operations } = this.#current();
    if (client === null) return null;
    const lastVisit = overlayLastVisit(client.lastVisit, operations);
    const pulledAt = this.#pulledAt();
    const followUp = overlayFollowUp(client.followUp ?? null, operations, pulledAt);
    const fleet = overlayFleet(client.fleet ?? null, operations, pulledAt);
    return { ...client, lastVisit, followUp, fleet: fleet === null ? null : [...fleet] };
  });
  /** Day of the last visit, own visits that are not refused included; `yyyy-mm-dd`. */
  readonly lastVisit = computed(() => this.client()?.lastVisit ?? null);
  /** Newest first, disputes included. */
  readonly history = computed<readonly HistoryEntry[]>(() => {
    const { relations, operations } = this.#current();
    return overlayHistory(
      relations,
      operations.filter((one) => this.#isShown(one)),
    );
  });

  /** Changes asked for and not refused, newest first. */
  readonly changeRequests = computed(() =>
    this.#current()
      .operations.filter((one) => one.code === 'MC' && one.status !== 'rejected' && this.#isShown(one))
      .toReversed(),
  );

  /** What another operation has replaced, or its author let go, is in « Envois » only. */
  #isShown(operation: Operation): boolean {
    const state = this.#operations.stateOf(operation);
    return state !== 'replaced' && state !== 'given-up';
  }
}

function loading(id: string | null): Card {
  return id === null ? NO_CARD : { id, status: 'loading', client: null, relations: [], operations: [] };
}

function cardOf(base: LocalBase | null, id: string | null): Observable<Card> {
  if (base === null || id === null) return of(loading(id));
  const parts = [
    base.document$('client', id),
    base.history$(id),
    base.operationsAbout$('client', id),
  ] as const;
  return combineLatest(parts).pipe(
    map(([client, relations, operations]): Card => {
      if (client === null) return { id, status: 'missing', client: null, relations: [], operations: [] };
      return {
        id,
        status: 'ready',
        client,
        relations,
        operations,
      };
    }),
    // The base is being closed.
    catchError(() => of(loading(id))),
  );
}
