import { Component, input, output } from '@angular/core';
import { clientMessages } from './client-messages.ts';

/** Head of a client's card: who it is, and what one does most. */
@Component({
  selector: 'app-client-title',
  template: `
    <div class="names">
      <p class="hint">{{ facts().join(' · ') }}</p>
      <h2 id="client-name">{{ name() }}</h2>
    </div>
    <button type="button" class="button main" aria-keyshortcuts="V" (click)="noteVisit.emit()">
      {{ messages.noteVisit }} <kbd aria-hidden="true">V</kbd>
    </button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: flex-end;
      gap: var(--space-4);
    }

    .names {
      flex: 1;
      min-width: 0;
    }

    h2 {
      font-size: var(--text-xl);
      font-weight: 650;
      letter-spacing: -0.015em;
      line-height: 1.3;
      overflow-wrap: anywhere;
    }
  `,
})
export class ClientTitle {
  readonly name = input.required<string>();
  /** Code, family, price grid, agency. */
  readonly facts = input.required<readonly string[]>();
  readonly noteVisit = output();

  protected readonly messages = clientMessages;
}
