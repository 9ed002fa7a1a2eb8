import { Component, computed, effect, input, model, viewChild } from '@angular/core';
import { MatDatepickerInput, MatDatepickerModule } from '@angular/material/datepicker';
import { frenchDay, type OperationReason } from '@tournee/graphql';
import { CalendarHead } from '../../shared/ui/calendar-head.ts';
import { FRENCH_DATEPICKER } from '../../shared/ui/french-datepicker.ts';
import { spokenDay } from '../../shared/ui/french-day-adapter.ts';
import { visitMessages } from './client-messages.ts';
import { normalHour } from './visit-draft.ts';

/** Day and hour of a visit. The day is bounded; what is typed is said to be wrong rather than changed. */
@Component({
  selector: 'app-visit-when',
  imports: [MatDatepickerModule],
  providers: [FRENCH_DATEPICKER],
  templateUrl: './visit-when.html',
  styleUrl: './visit-when.css',
})
export class VisitWhen {
  /** `yyyy-mm-dd`, or empty when what was typed is no day. */
  readonly date = model.required<string>();
  readonly hour = model.required<string>();
  readonly earliest = input.required<string>();
  readonly latest = input.required<string>();
  readonly fault = input.required<OperationReason | null>();

  protected readonly messages = visitMessages;
  protected readonly head = CalendarHead;
  protected readonly spoken = computed(() => spokenDay(this.date()));
  protected readonly earliestWords = computed(() => visitMessages.earliest(frenchDay(this.earliest())));
  protected readonly dateFault = computed(() => this.faultOf('date'));
  protected readonly hourFault = computed(() => this.faultOf('heure'));

  private readonly dateInput = viewChild.required<MatDatepickerInput<string>>(MatDatepickerInput);
  /** The day that the field itself reported last. */
  private reported: string | null = null;

  constructor() {
    // The field is written to only when the day comes from elsewhere: a rewritten text would disturb who is typing it.
    effect(() => {
      const day = this.date();
      if (day !== this.reported) this.dateInput().value = day === '' ? null : day;
    });
  }

  protected changeDate(day: string | null): void {
    this.reported = day ?? '';
    this.date.set(this.reported);
  }

  protected typeHour(event: Event): void {
    this.hour.set((event.target as HTMLInputElement).value);
  }

  protected settleHour(event: Event): void {
    this.hour.set(normalHour((event.target as HTMLInputElement).value));
  }

  private faultOf(field: string): string | null {
    const fault = this.fault();
    return fault?.field === field ? fault.message : null;
  }
}
