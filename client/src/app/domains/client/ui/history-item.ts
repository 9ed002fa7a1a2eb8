import { Component, computed, input, signal } from '@angular/core';
import { historyMessages } from './client-messages.ts';
import type { HistoryRow } from './history-rows.ts';

/** Longer comments are folded, so that one of them does not fill the screen. */
const FOLDED_LENGTH = 480;
const FOLDED_LINES = 6;

/** One relation of the history. */
@Component({
  selector: 'app-history-item',
  templateUrl: './history-item.html',
  styleUrl: './history-item.css',
})
export class HistoryItem {
  readonly row = input.required<HistoryRow>();

  protected readonly messages = historyMessages;
  protected readonly isUnfolded = signal(false);
  protected readonly isLong = computed(() => {
    const { comment } = this.row();
    return comment.length > FOLDED_LENGTH || comment.split('\n').length > FOLDED_LINES;
  });

  protected toggleFold(): void {
    this.isUnfolded.update((unfolded) => !unfolded);
  }
}
