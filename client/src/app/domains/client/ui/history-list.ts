import { Component, computed, input, linkedSignal } from '@angular/core';
import type { HistoryEntry, VisitForm } from '@tournee/graphql';
import { count } from '../../shared/ui/french-numbers.ts';
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
  protected readonly areDisputesShown = linkedSignal({ source: this.clientId, computation: () => false });
  protected readonly limit = linkedSignal({ source: this.clientId, computation: () => PIECE });

  protected readonly disputes = computed(() => this.entries().filter(isDispute).length);
  protected readonly chosen = computed(() =>
    this.areDisputesShown() ? this.entries() : this.entries().filter((entry) => !isDispute(entry)),
  );
  protected readonly rows = computed(() =>
    this.chosen()
      .slice(0, this.limit())
      .map((entry) => historyRow(entry, this.form(), this.today())),
  );
  protected readonly left = computed(() => Math.max(0, this.chosen().length - this.limit()));
  protected readonly next = computed(() => Math.min(PIECE, this.left()));

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
