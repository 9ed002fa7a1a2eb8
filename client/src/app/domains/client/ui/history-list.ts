import { Component, computed, input, linkedSignal } from '@angular/core';
import type { HistoryEntry, VisitForm } from '@tournee/graphql';
import { count } from '../../shared/ui/french-numbers.ts';
import {
  filterHistory,
  HISTORY_PERIODS,
  historyChoices,
  type HistoryFilter,
  NO_HISTORY_FILTER,
} from '../util/history-filter.ts';
import { historyMessages } from './client-messages.ts';
import { HistoryItem } from './history-item.ts';
import { historyRow, isDispute } from './history-rows.ts';

/** A history of many years is put on screen in pieces: the newest are what one looks for. */
const PIECE = 60;
/** Distance to the end, in pixels, from which the next piece is added. */
const NEAR_END = 400;

/** The history of a client, newest first. Disputes stay hidden until they are asked for. */
@Component({
  selector: 'app-history-list',
  imports: [HistoryItem],
  templateUrl: './history-list.html',
  styleUrl: './history-list.css',
  host: { class: 'panel' },
})
export class HistoryList {
  /** Whose history it is: another client starts from the top, with disputes hidden again. */
  readonly clientId = input.required<string>();
  readonly entries = input.required<readonly HistoryEntry[]>();
  readonly form = input.required<VisitForm>();
  readonly today = input.required<string>();

  protected readonly messages = historyMessages;
  protected readonly count = count;
  protected readonly periods = HISTORY_PERIODS;
  protected readonly noFilter = NO_HISTORY_FILTER;
  protected readonly areDisputesShown = linkedSignal({ source: this.clientId, computation: () => false });
  protected readonly limit = linkedSignal({ source: this.clientId, computation: () => PIECE });

  protected readonly disputes = computed(() => this.entries().filter(isDispute).length);
  protected readonly filter = linkedSignal({ source: this.clientId, computation: () => NO_HISTORY_FILTER });
  protected readonly isFiltered = computed(() => this.filter() !== NO_HISTORY_FILTER);
  private readonly offered = computed(() =>
    this.areDisputesShown() ? this.entries() : this.entries().filter((entry) => !isDispute(entry)),
  );
  protected readonly choices = computed(() => historyChoices(this.offered()));
  protected readonly chosen = computed(() => filterHistory(this.offered(), this.filter(), this.today()));
  protected readonly rows = computed(() =>
    this.chosen()
      .slice(0, this.limit())
      .map((entry) => historyRow(entry, this.form(), this.today())),
  );
  protected readonly left = computed(() => Math.max(0, this.chosen().length - this.limit()));
  protected readonly next = computed(() => Math.min(PIECE, this.left()));

  protected change(change: Partial<HistoryFilter>): void {
    const filter = { ...this.filter(), ...change };
    const isNone = Object.values(filter).every((value) => value === null || value === '');
    this.filter.set(isNone ? NO_HISTORY_FILTER : filter);
    this.limit.set(PIECE);
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  protected toggleDisputes(): void {
    this.areDisputesShown.update((shown) => !shown);
  }

  protected showMore(): void {
    this.limit.update((limit) => limit + PIECE);
  }

  protected showMoreNearEnd(event: Event): void {
    const { scrollHeight, scrollTop, clientHeight } = event.target as HTMLElement;
    if (this.left() > 0 && scrollHeight - scrollTop - clientHeight < NEAR_END) this.showMore();
  }
}
