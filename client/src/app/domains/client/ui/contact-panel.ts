import { Component, computed, input } from '@angular/core';
import type { Client } from '@tournee/graphql';
import { clientMessages } from './client-messages.ts';
import { contactLines } from './contact-lines.ts';

/** Phones, mail, contact and address of a client. */
@Component({
  selector: 'app-contact-panel',
  templateUrl: './contact-panel.html',
  styleUrl: './fact-panel.css',
  host: { class: 'panel' },
})
export class ContactPanel {
  readonly client = input.required<Client>();

  protected readonly messages = clientMessages;
  protected readonly lines = computed(() => contactLines(this.client()));
}
