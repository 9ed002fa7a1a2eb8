import { Component, computed, input } from '@angular/core';
import { frenchDay } from '@tournee/graphql';
import type { WeekFigures } from '../util/week-figures.ts';
import { accueilMessages } from './accueil-messages.ts';

/** The user's week in four figures. */
@Component({
  selector: 'app-week-strip',
  template: `
    <div class="week">
      <b>{{ messages.week(figures().week) }}</b>
      <span class="hint">{{ days() }}</span>
    </div>
    @for (figure of shown(); track figure.label) {
      <div class="figure" [class.bad]="figure.isBad">
        <b class="figures">{{ figure.amount }}</b>
        <span>
          {{ figure.label }}<br /><span class="hint">{{ figure.hint }}</span>
        </span>
      </div>
    }
  `,
  styleUrl: './week-strip.css',
  host: { class: 'panel', role: 'region', '[attr.aria-label]': 'messages.myWeek' },
})
export class WeekStrip {
  readonly figures = input.required<WeekFigures>();
  readonly overdue = input.required<number>();
  /** Days that the most overdue client is late; null when nobody is. */
  readonly oldest = input.required<number | null>();
  readonly hasFollowUps = input.required<boolean>();

  protected readonly messages = accueilMessages;
  protected readonly days = computed(() => {
    const { monday, sunday } = this.figures();
    return accueilMessages.weekDays(frenchDay(monday).slice(0, 5), frenchDay(sunday).slice(0, 5));
  });
  protected readonly shown = computed(() => {
    const { visits, visitsBefore, quotes, quotesBefore, prospects, prospectsInAll } = this.figures();
    const messages = accueilMessages;
    return [
      { amount: visits, label: messages.visits(visits), hint: messages.lastWeek(visitsBefore), isBad: false },
      {
        amount: prospects,
        label: messages.prospects(prospects),
        hint: messages.prospectsInAll(prospectsInAll),
        isBad: false,
      },
      { amount: quotes, label: messages.quotes(), hint: messages.lastWeek(quotesBefore), isBad: false },
      {
        amount: this.overdue(),
        label: messages.overdueFigure,
        hint: this.overdueHint(),
        isBad: this.overdue() > 0,
      },
    ];
  });

  private overdueHint(): string {
    const oldest = this.oldest();
    if (oldest !== null) return accueilMessages.oldest(oldest);
    return this.hasFollowUps() ? accueilMessages.noneOverdue : accueilMessages.noDay;
  }
}
