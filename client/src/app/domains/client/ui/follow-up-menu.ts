import { Component, computed, input, output, viewChild } from '@angular/core';
import { MatMenuModule, MatMenuTrigger } from '@angular/material/menu';
import { dayOff, FOLLOW_UP_CHOICES, followUpDay } from '@tournee/graphql';
import { spokenDay } from '../../shared/ui/french-day-adapter.ts';
import { followUpMessages } from './follow-up-messages.ts';

/** « Revoir »: the choices of the customer's text, each with its day in words, and the way to any other day. */
@Component({
  selector: 'app-follow-up-menu',
  imports: [MatMenuModule],
  templateUrl: './follow-up-menu.html',
  styles: `
    .choice {
      display: flex;
      justify-content: space-between;
      gap: var(--space-5);
      white-space: nowrap;
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
  /** Another day is wanted, or one that nobody works on was chosen: then it is that day. */
  readonly ask = output<string | null>();

  protected readonly messages = followUpMessages;
  private readonly trigger = viewChild.required(MatMenuTrigger);
  protected readonly choices = computed(() =>
    FOLLOW_UP_CHOICES.map((choice) => {
      const day = followUpDay(choice, this.today());
      const off = dayOff(day);
      const words = spokenDay(day);
      return {
        label: choice.label,
        day,
        words: off === null || off === 'dimanche' ? words : `${words}, ${off}`,
      };
    }),
  );

  open(): void {
    this.trigger().openMenu();
  }

  protected take(day: string): void {
    if (dayOff(day) === null) this.choose.emit(day);
    else this.ask.emit(day);
  }
}
