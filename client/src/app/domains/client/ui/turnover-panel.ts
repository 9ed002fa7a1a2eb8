import { Component, computed, input } from '@angular/core';
import type { ClientCa } from '@tournee/graphql';
import { euros } from '../../shared/ui/french-numbers.ts';
import { clientMessages } from './client-messages.ts';
import { TurnoverChart } from './turnover-chart.ts';
import { turnoverDifference } from './turnover-difference.ts';

/** Turnover of the year beside N-1 to date, and both years month by month. */
@Component({
  selector: 'app-turnover-panel',
  imports: [TurnoverChart],
  template: `
    <h3 class="unseen">{{ messages.turnover }}</h3>
    <dl class="figures">
      <dt>{{ messages.turnoverOf(ca().annee) }}</dt>
      <dd class="big">{{ euros(ca().cumul) }}</dd>
      <dt [title]="messages.turnoverWholeBefore(euros(ca().totalN1))">{{ messages.turnoverBefore }}</dt>
      <dd class="before">{{ euros(ca().cumulN1) }}</dd>
    </dl>
    @if (difference(); as gap) {
      <span [class]="'pill ' + gap.tone">{{ gap.text }}</span>
    }
    <app-turnover-chart [ca]="ca()" />
  `,
  styleUrl: './turnover-panel.css',
  host: { class: 'panel' },
})
export class TurnoverPanel {
  readonly ca = input.required<ClientCa>();

  protected readonly messages = clientMessages;
  protected readonly euros = euros;
  protected readonly difference = computed(() => turnoverDifference(this.ca()));
}
