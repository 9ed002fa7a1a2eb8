import { Component, computed, input, output } from '@angular/core';
import { type Client, daysBetween, frenchDay } from '@tournee/graphql';
import { groupSiret, groupVat, lastVisitWords, paymentWords } from './client-facts.ts';
import { clientMessages } from './client-messages.ts';
import { dayWords } from './day-pill.ts';
import { fleetMessages } from './fleet-messages.ts';

/** What one wants to know before the door: last visit, terms of payment, identity. */
@Component({
  selector: 'app-facts-panel',
  template: `
    <h3 class="unseen">{{ messages.facts }}</h3>
    <dl class="figures">
      <dt>{{ messages.followUp }}</dt>
      <dd>
        @if (followUp(); as again) {
          <span [class]="again.tone ? 'pill ' + again.tone : ''">{{ again.text }}</span>
        } @else {
          {{ messages.noFollowUp }}
        }
      </dd>
      @for (fact of facts(); track fact.label) {
        <dt>{{ fact.label }}</dt>
        <dd [class.code]="fact.isCode">{{ fact.text || messages.unknown }}</dd>
      }
      <dt>{{ fleetWords.label }}</dt>
      <dd>
        {{ fleet() || fleetWords.none }}
        <button type="button" class="link" (click)="editFleet.emit()">{{ fleetWords.edit }}</button>
      </dd>
    </dl>
  `,
  styleUrl: './fact-panel.css',
  host: { class: 'panel' },
})
export class FactsPanel {
  readonly client = input.required<Client>();
  /** Label of the mode of payment. */
  readonly paymentMode = input.required<string>();
  /** Day of the last visit, `yyyy-mm-dd`. */
  readonly lastVisit = input.required<string | null>();
  /** Today in France, `yyyy-mm-dd`. */
  readonly today = input.required<string>();

  /** Vehicles by type in words; empty when nobody has said. */
  readonly fleet = input.required<string>();
  readonly editFleet = output();

  protected readonly messages = clientMessages;
  protected readonly fleetWords = fleetMessages;
  protected readonly followUp = computed(() => {
    const day = this.client().followUp;
    if (!day) return null;
    const words = dayWords({ days: daysBetween(this.today(), day) }, 'a-revoir');
    return { text: `${frenchDay(day)} · ${words.text}`, tone: words.tone };
  });
  protected readonly facts = computed(() => {
    const client = this.client();
    return [
      {
        label: clientMessages.lastVisit,
        text: lastVisitWords(this.lastVisit(), this.today()),
        isCode: false,
      },
      { label: clientMessages.payment, text: paymentWords(client, this.paymentMode()), isCode: false },
      { label: clientMessages.siret, text: groupSiret(client.contactDivers2 ?? ''), isCode: true },
      { label: clientMessages.vat, text: groupVat(client.contactDivers1 ?? ''), isCode: true },
    ];
  });
}
