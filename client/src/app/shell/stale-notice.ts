import { Component, input, output } from '@angular/core';
import { shellMessages } from './shell-messages.ts';

/** Below the top bar, only when the base is too old: the customer's own sentence, and the way out. */
@Component({
  selector: 'app-stale-notice',
  template: `
    <span role="alert">{{ messages.stale }}</span>
    <button type="button" class="button" [disabled]="isBusy()" (click)="refresh.emit()">
      {{ messages.refresh }}
    </button>
  `,
  styleUrl: './stale-notice.css',
})
export class StaleNotice {
  readonly isBusy = input.required<boolean>();
  readonly refresh = output();

  protected readonly messages = shellMessages;
}
