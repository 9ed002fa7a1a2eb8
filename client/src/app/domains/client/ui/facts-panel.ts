import { Component, computed, input } from '@angular/core';
import type { Client } from '@tournee/graphql';
import { groupSiret, groupVat, lastVisitWords, paymentWords } from './client-facts.ts';
import { clientMessages } from './client-messages.ts';

/** What one wants to know before the door: last visit, terms of payment, identity. */
@Component({
  selector: 'app-facts-panel',
  template: `
    <h3 class="unseen">{{ messages.facts }}</h3>
    <dl class="figures">
      @for (fact of facts(); track fact.label) {
        <dt>{{ fact.label }}</dt>
        <dd [class.code]="fact.isCode">{{ fact.text || messages.unknown }}</dd>
      }
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

  protected readonly messages = clientMessages;
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
      { label: clientMessages.activity, text: client.contactDivers3 ?? '', isCode: false },
    ];
  });
}
