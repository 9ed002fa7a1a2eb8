import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { adminMessages } from '../ui/admin-messages.ts';

/** What whoever is no administrator finds at an address of the admin area. */
@Component({
  selector: 'app-refused-page',
  imports: [RouterLink],
  template: `
    <h2>{{ messages.refusedTitle }}</h2>
    <p class="hint">{{ messages.refused }}</p>
    <a class="button" routerLink="/clients">{{ messages.backToClients }}</a>
  `,
  styles: `
    :host {
      display: grid;
      height: 100%;
      align-content: center;
      padding: var(--space-6);
      gap: var(--space-3);
      justify-items: center;
      text-align: center;
    }

    h2 {
      font-size: var(--text-l);
      font-weight: 650;
    }

    .hint {
      max-width: 46ch;
    }
  `,
})
export class RefusedPage {
  protected readonly messages = adminMessages;
}
