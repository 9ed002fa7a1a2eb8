import { Component, computed, input } from '@angular/core';
import type { ClientCa } from '@tournee/graphql';
import { euros } from '../../shared/ui/french-numbers.ts';
import { clientMessages } from './client-messages.ts';
import { turnoverBars } from './turnover-bars.ts';

/** Width of a month in the drawing: two bars and the air around them. */
const MONTH_WIDTH = 30;

/** Twelve months of two years as bars; the same figures stand in a table for those who don't see the drawing. */
@Component({
  selector: 'app-turnover-chart',
  templateUrl: './turnover-chart.html',
  styleUrl: './turnover-chart.css',
})
export class TurnoverChart {
  readonly ca = input.required<ClientCa>();

  protected readonly messages = clientMessages;
  protected readonly euros = euros;
  protected readonly monthWidth = MONTH_WIDTH;
  protected readonly width = 12 * MONTH_WIDTH;
  protected readonly bars = computed(() => turnoverBars(this.ca()));
}
