import { Component, input, output, viewChild } from '@angular/core';
import { changeRequestMessages } from './change-request-messages.ts';
import { clientMessages } from './client-messages.ts';
import { FollowUpMenu } from './follow-up-menu.ts';

/** Head of a client's card: who it is, and what one does most. */
@Component({
  selector: 'app-client-title',
  imports: [FollowUpMenu],
  template: `
    <div class="names">
      <p class="hint">{{ facts().join(' · ') }}</p>
      <h2 id="client-name">{{ name() }}</h2>
    </div>
    <button type="button" class="button" (click)="askChange.emit()">{{ changeWords.button }}</button>
    <app-follow-up-menu
      [followUp]="followUp()"
      [today]="today()"
      (choose)="seeAgain.emit($event)"
      (ask)="askDay.emit($event)"
    />
    <button type="button" class="button main" aria-keyshortcuts="V" (click)="noteVisit.emit()">
      {{ messages.noteVisit }} <kbd aria-hidden="true">V</kbd>
    </button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-end;
      gap: var(--space-2);
    }

    .names {
      flex: 1;
      min-width: 200px;
    }

    @media (width <= 700px) {
      .names,
      .main {
        flex: 1 0 100%;
      }

      .main {
        order: 1;
        height: 48px;
      }
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
  /** « Date de revoir », `yyyy-mm-dd`. */
  readonly followUp = input.required<string | null>();
  readonly today = input.required<string>();
  readonly noteVisit = output();
  readonly askChange = output();
  readonly seeAgain = output<string | null>();
  readonly askDay = output<string | null>();

  protected readonly messages = clientMessages;
  protected readonly changeWords = changeRequestMessages;
  private readonly menu = viewChild.required(FollowUpMenu);

  openFollowUp(): void {
    this.menu().open();
  }
}
