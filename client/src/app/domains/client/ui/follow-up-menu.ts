import { Component, computed, input, output, viewChild } from '@angular/core';
import { MatMenuModule, MatMenuTrigger } from '@angular/material/menu';
import { FOLLOW_UP_CHOICES, followUpDay } from '@tournee/graphql';
import { spokenDay } from '../../shared/ui/french-day-adapter.ts';
import { accueilMessages } from './accueil-messages.ts';

/** « Revoir »: the choices of the customer's text, each with its day in words. */
@Component({
  selector: 'app-follow-up-menu',
  imports: [MatMenuModule],
  template: `
    <button type="button" class="button" aria-keyshortcuts="R" [matMenuTriggerFor]="menu">
      {{ messages.again }} <span aria-hidden="true">▾</span>
    </button>
    <mat-menu #menu="matMenu">
      <ng-template matMenuContent>
        @for (choice of choices(); track choice.day) {
          <button type="button" mat-menu-item (click)="choose.emit(choice.day)">
            <span class="choice"
              ><b>{{ choice.label }}</b> <span class="hint">{{ choice.words }}</span></span
            >
          </button>
        }
        @if (followUp() !== null) {
          <button type="button" mat-menu-item (click)="choose.emit(null)">{{ messages.againNone }}</button>
        }
      </ng-template>
    </mat-menu>
  `,
  styles: `
    .choice {
      display: flex;
      justify-content: space-between;
      gap: var(--space-5);
    }

    .choice b {
      font-weight: 500;
    }
  `,
})
export class FollowUpMenu {
  /** The day that is kept now, `yyyy-mm-dd`. */
  readonly followUp = input.required<string | null>();
  readonly today = input.required<string>();
  /** `yyyy-mm-dd`, or null for none any more. */
  readonly choose = output<string | null>();

  protected readonly messages = accueilMessages;
  private readonly trigger = viewChild.required(MatMenuTrigger);
  protected readonly choices = computed(() =>
    FOLLOW_UP_CHOICES.map((choice) => {
      const day = followUpDay(choice, this.today());
      return { label: choice.label, day, words: spokenDay(day) };
    }),
  );

  open(): void {
    this.trigger().openMenu();
  }
}
