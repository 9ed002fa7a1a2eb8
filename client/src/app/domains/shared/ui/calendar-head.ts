import { Component } from '@angular/core';
import { MatCalendarHeader } from '@angular/material/datepicker';
import { monthWords } from './french-day-adapter.ts';

/** Head of a calendar of days that lie close together: the month in words, and the months beside it. */
@Component({
  selector: 'app-calendar-head',
  template: `
    <button
      type="button"
      class="button"
      [disabled]="!previousEnabled()"
      [attr.aria-label]="prevButtonLabel"
      (click)="previousClicked()"
    >
      <span aria-hidden="true">‹</span>
    </button>
    <span aria-live="polite">{{ month }}</span>
    <button
      type="button"
      class="button"
      [disabled]="!nextEnabled()"
      [attr.aria-label]="nextButtonLabel"
      (click)="nextClicked()"
    >
      <span aria-hidden="true">›</span>
    </button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      justify-content: space-between;
      padding: var(--space-3) var(--space-3) var(--space-2);
      font-weight: 600;
    }

    .button {
      width: 30px;
      padding: 0 0 2px;
      font-size: 18px;
    }
  `,
})
export class CalendarHead extends MatCalendarHeader<string> {
  protected get month(): string {
    return monthWords(this.calendar.activeDate);
  }
}
