import { afterNextRender, Component, computed, inject, signal, viewChild } from '@angular/core';
import { MatDatepickerInput, MatDatepickerModule } from '@angular/material/datepicker';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { checkFollowUp, dayOff, FOLLOW_UP_CHOICES, followUpDay, nextWorkingDay } from '@tournee/graphql';
import { ClockStore } from '../../shared/data/clock-store.ts';
import { CalendarHead } from '../../shared/ui/calendar-head.ts';
import { FRENCH_DATEPICKER } from '../../shared/ui/french-datepicker.ts';
import { spokenDay } from '../../shared/ui/french-day-adapter.ts';
import { followUpMessages } from '../ui/follow-up-messages.ts';

export interface FollowUpDialogData {
  name: string;
  before: string | null;
  /** The day to begin with. */
  day: string | null;
}

/** « Revoir » on any day: the day in words, and a word when nobody works on it. Closes with the day, or null for none. */
@Component({
  selector: 'app-follow-up-dialog',
  imports: [MatDatepickerModule, MatDialogModule],
  providers: [FRENCH_DATEPICKER],
  templateUrl: './follow-up-dialog.html',
  styleUrls: ['../../shared/ui/dialog-frame.css', './follow-up-dialog.css'],
  host: { '(keydown.enter)': 'save($event)' },
})
export class FollowUpDialog {
  protected readonly data = inject<FollowUpDialogData>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<FollowUpDialog, { day: string | null }>>(MatDialogRef);
  protected readonly today = inject(ClockStore).today;
  private readonly field = viewChild.required<MatDatepickerInput<string>>(MatDatepickerInput);

  protected readonly messages = followUpMessages;
  protected readonly head = CalendarHead;
  /** Empty when what is typed is no day. */
  protected readonly day = signal(this.data.day ?? '');
  protected readonly isAsked = signal(false);
  protected readonly choices = computed(() =>
    FOLLOW_UP_CHOICES.map((choice) => ({ label: choice.label, day: followUpDay(choice, this.today()) })),
  );
  protected readonly spoken = computed(() => spokenDay(this.day()));
  protected readonly fault = computed(() => {
    if (this.day() === '') return this.isAsked() ? followUpMessages.unreadable : null;
    return checkFollowUp({ date: this.day() }, this.today())?.message ?? null;
  });
  /** Why nobody would be met that day, and the day to take instead. */
  protected readonly instead = computed(() => {
    const off = this.day() === '' || this.fault() !== null ? null : dayOff(this.day());
    if (off === null) return null;
    const day = nextWorkingDay(this.day());
    return { why: followUpMessages.dayOff(off), day, words: followUpMessages.rather(spokenDay(day)) };
  });
  protected readonly kept = computed(() =>
    this.data.before === null
      ? followUpMessages.keptNone
      : followUpMessages.kept(spokenDay(this.data.before)),
  );

  constructor() {
    afterNextRender(() => {
      if (this.day() !== '') this.field().value = this.day();
    });
  }

  protected take(day: string): void {
    this.day.set(day);
    this.field().value = day;
  }

  protected type(day: string | null): void {
    this.day.set(day ?? '');
    this.isAsked.set(false);
  }

  protected save(event: Event): void {
    // Enter on a button is that button's.
    if (event.type === 'keydown' && event.target instanceof HTMLButtonElement) return;
    this.isAsked.set(true);
    if (this.day() !== '' && this.fault() === null) this.dialog.close({ day: this.day() });
    else document.getElementById('follow-up-day')?.focus();
  }
}
