import { Component, computed, input, output } from '@angular/core';
import type { AdminProblem } from '../data/admin-problem.ts';
import { adminMessages } from './admin-messages.ts';

/** Why something could not be read, and the way to try again: in place of what is missing, or in a line above it. */
@Component({
  selector: 'app-problem-notice',
  template: `
    <div role="alert">
      <p class="what">{{ what() }}</p>
      <p class="hint">{{ problem().message }}</p>
    </div>
    <button type="button" class="button" [disabled]="isBusy()" (click)="retry.emit()">
      {{ messages.retry }}
    </button>
  `,
  styleUrl: './problem-notice.css',
  host: { '[class.line]': 'isLine()' },
})
export class ProblemNotice {
  readonly problem = input.required<AdminProblem>();
  readonly isBusy = input(false);
  /** What was read before is still shown below. */
  readonly isLine = input(false);
  readonly retry = output();

  protected readonly messages = adminMessages;
  protected readonly what = computed(() => {
    if (!this.problem().isOffline) return adminMessages.notLoaded;
    return this.isLine() ? adminMessages.offlineKept : adminMessages.offline;
  });
}
