import { Component, computed, input, output, viewChild } from '@angular/core';
import { type Client, frenchDay, type HistoryEntry, type VisitForm } from '@tournee/graphql';
import { displayName } from '../../shared/ui/display-name.ts';
import { euros } from '../../shared/ui/french-numbers.ts';
import { accueilMessages } from './accueil-messages.ts';
import { clientMessages } from './client-messages.ts';
import { contactLines } from './contact-lines.ts';
import { FollowUpMenu } from './follow-up-menu.ts';
import { historyRow } from './history-rows.ts';
import { turnoverDifference } from './turnover-difference.ts';

const VISITS_SHOWN = 2;

/** The selected client beside a table: how to reach them, what they buy, what was said last. */
@Component({
  selector: 'app-client-preview',
  imports: [FollowUpMenu],
  templateUrl: './client-preview.html',
  styleUrl: './client-preview.css',
})
export class ClientPreview {
  readonly client = input.required<Client>();
  /** Newest first. */
  readonly history = input.required<readonly HistoryEntry[]>();
  /** Code, family, agency. */
  readonly facts = input.required<readonly string[]>();
  /** Vehicles by type in words; empty when nobody has said. */
  readonly fleet = input.required<string>();
  readonly form = input.required<VisitForm>();
  readonly today = input.required<string>();

  readonly noteVisit = output();
  readonly openCard = output();
  readonly seeAgain = output<string | null>();
  readonly askDay = output<string | null>();

  protected readonly messages = accueilMessages;
  protected readonly turnoverOf = clientMessages.turnoverOf;
  protected readonly euros = euros;
  protected readonly name = computed(() => displayName(this.client().nomClient) || clientMessages.unnamed);
  protected readonly contact = computed(() => contactLines(this.client()));
  protected readonly followUp = computed(() => {
    const { followUp } = this.client();
    return followUp ? frenchDay(followUp) : accueilMessages.noFollowUp;
  });
  protected readonly difference = computed(() => turnoverDifference(this.client().ca));
  protected readonly visits = computed(() =>
    this.history()
      .filter(({ origine }) => origine.trim() === 'CRV')
      .slice(0, VISITS_SHOWN)
      .map((entry) => {
        const row = historyRow(entry, this.form(), this.today());
        const words = [row.day, row.answers, row.author].filter((word) => word !== '').join(' · ');
        return { key: row.key, words, text: row.comment || row.object, pill: row.pill };
      }),
  );

  private readonly menu = viewChild.required(FollowUpMenu);

  openFollowUp(): void {
    this.menu().open();
  }
}
