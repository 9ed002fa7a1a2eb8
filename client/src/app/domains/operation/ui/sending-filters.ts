import { Component, input, output } from '@angular/core';
import type { SendingFilter } from '../data/sending-groups.ts';
import { count } from '../../shared/ui/french-numbers.ts';
import { operationMessages } from './operation-messages.ts';

const ORDER: readonly SendingFilter[] = ['all', 'pending', 'rejected', 'conflict', 'integrated', 'closed'];

/** The states as buttons, with how many there are of each. */
@Component({
  selector: 'app-sending-filters',
  template: `
    @for (filter of filters; track filter) {
      <button
        type="button"
        class="chip"
        [attr.aria-pressed]="filter === chosen()"
        (click)="choose.emit(filter)"
      >
        {{ messages.filter[filter] }} <span class="figures">{{ count(counts()[filter]) }}</span>
      </button>
    }
  `,
  styleUrl: './sending-filters.css',
  host: { role: 'group', '[attr.aria-label]': 'messages.filters' },
})
export class SendingFilters {
  readonly counts = input.required<Readonly<Record<SendingFilter, number>>>();
  readonly chosen = input.required<SendingFilter>();
  readonly choose = output<SendingFilter>();

  protected readonly messages = operationMessages;
  protected readonly filters = ORDER;
  protected readonly count = count;
}
