import { afterNextRender, Component, inject, input, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ClientListStore } from '../data/client-list-store.ts';
import { ClientList } from '../ui/client-list.ts';
import { clientMessages } from '../ui/client-messages.ts';
import { CardOpener } from './card-opener.ts';
import { ClientPane } from './client-pane.ts';

/** The Clients tab: the list on the left, the card of the chosen client beside it. */
@Component({
  selector: 'app-clients-page',
  imports: [ClientList, ClientPane, RouterLink],
  template: `
    <app-client-list
      [items]="store.results()"
      [total]="store.total()"
      [(query)]="store.query"
      [isLoading]="store.status() === 'loading'"
      [openId]="id() ?? null"
      (pick)="open($event)"
      (enter)="enter($event)"
    />
    <a class="back" routerLink="/clients"><span aria-hidden="true">‹ </span>{{ messages.backToList }}</a>
    <app-client-pane [id]="id() ?? null" (left)="focusSearch()" />
  `,
  styleUrl: './clients-page.css',
  host: { '[class.open]': 'id() !== undefined' },
})
export class ClientsPage {
  /** Code of the client in the address, if any. */
  readonly id = input<string>();

  protected readonly messages = clientMessages;
  protected readonly store = inject(ClientListStore);
  private readonly router = inject(Router);
  private readonly cards = inject(CardOpener);
  private readonly list = viewChild.required(ClientList);

  constructor() {
    afterNextRender(() => {
      if (this.cards.wanted() === null) this.focusSearch();
    });
  }

  protected async open(id: string): Promise<void> {
    await this.router.navigate(['/clients', id]);
  }

  protected async enter(id: string): Promise<void> {
    await this.cards.open(id);
  }

  protected focusSearch(): void {
    this.list().focus();
  }
}
