import { afterNextRender, Component, inject, input, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { ClientListStore } from '../data/client-list-store.ts';
import { ClientList } from '../ui/client-list.ts';
import { CardOpener } from './card-opener.ts';
import { ClientPane } from './client-pane.ts';

/** The Clients tab: the list on the left, the card of the chosen client beside it. */
@Component({
  selector: 'app-clients-page',
  imports: [ClientList, ClientPane],
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
    <app-client-pane [id]="id() ?? null" (left)="focusSearch()" />
  `,
  styleUrl: './clients-page.css',
})
export class ClientsPage {
  /** Code of the client in the address, if any. */
  readonly id = input<string>();

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
