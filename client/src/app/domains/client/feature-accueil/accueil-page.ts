import { afterNextRender, Component, computed, effect, inject, input, viewChild } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { ReferenceStore } from '../../shared/data/reference-store.ts';
import { SettingStore } from '../../shared/data/setting-store.ts';
import { displayName } from '../../shared/ui/display-name.ts';
import { AccueilStore } from '../data/accueil-store.ts';
import { ClientCardStore } from '../data/client-card-store.ts';
import { WeekStore } from '../data/week-store.ts';
import { CardOpener } from '../feature-clients/card-opener.ts';
import { FollowUpKeeper, type FollowUpSubject } from '../feature-follow-up/follow-up-keeper.ts';
import { VisitDialogOpener } from '../feature-visit/visit-dialog-opener.ts';
import { accueilMessages } from '../ui/accueil-messages.ts';
import { AccueilTable } from '../ui/accueil-table.ts';
import { ClientPreview } from '../ui/client-preview.ts';
import { clientMessages } from '../ui/client-messages.ts';
import { FirstFollowUps } from '../ui/first-follow-ups.ts';
import { fleetWords } from '../ui/fleet-words.ts';
import { WeekStrip } from '../ui/week-strip.ts';
import {
  ACCUEIL_VIEWS,
  type AccueilOrder,
  type AccueilView,
  LONG_UNSEEN_DAYS,
  parseOrder,
  writeOrder,
} from '../util/accueil-rows.ts';

/** The first tab: whom to see again, whom nobody has seen for long, and the selected client beside. */
@Component({
  selector: 'app-accueil-page',
  imports: [AccueilTable, ClientPreview, FirstFollowUps, WeekStrip],
  providers: [AccueilStore, ClientCardStore, WeekStore],
  templateUrl: './accueil-page.html',
  styleUrl: './accueil-page.css',
  host: {
    '(document:keydown.v)': 'onKey($event, noteVisit)',
    '(document:keydown.r)': 'onKey($event, chooseDay)',
  },
})
export class AccueilPage {
  /** In the address, so that a page one comes back to is as one left it. */
  readonly vue = input<string>();
  readonly agence = input<string>();
  readonly tri = input<string>();

  protected readonly messages = accueilMessages;
  protected readonly views = ACCUEIL_VIEWS;
  protected readonly unseenDays = LONG_UNSEEN_DAYS;
  protected readonly store = inject(AccueilStore);
  protected readonly card = inject(ClientCardStore);
  protected readonly week = inject(WeekStore);
  protected readonly form = inject(SettingStore).visitForm;
  private readonly fleetTypes = inject(SettingStore).fleetTypes;
  private readonly references = inject(ReferenceStore);
  private readonly keeper = inject(FollowUpKeeper);
  private readonly visits = inject(VisitDialogOpener);
  private readonly dialogs = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly cards = inject(CardOpener);
  private readonly table = viewChild(AccueilTable);
  private readonly preview = viewChild(ClientPreview);

  protected readonly oldest = computed(() => {
    const days = this.store.overdue()[0]?.days ?? null;
    return days === null ? null : -days;
  });
  /** Nobody has a date yet: the table gives way to clients to begin with. */
  protected readonly isFirstDay = computed(
    () =>
      this.store.view() === 'a-revoir' && !this.store.hasFollowUps() && this.store.firstToSee().length > 0,
  );
  protected readonly facts = computed(() => {
    const client = this.card.client();
    if (client === null) return [];
    const family = this.references.label('c_fam_client', client.cFamClient);
    return [client.id, family, client.cAgence ?? ''].filter((fact) => fact !== '');
  });
  protected readonly fleet = computed(() => fleetWords(this.card.client()?.fleet ?? null, this.fleetTypes()));

  constructor() {
    effect(() => {
      const view = this.vue();
      this.store.view.set(ACCUEIL_VIEWS.find((one) => one === view) ?? 'a-revoir');
      this.store.agency.set(this.agence() ?? null);
      this.store.order.set(parseOrder(this.tri()));
    });
    effect(() => {
      const first = this.isFirstDay() ? (this.store.firstToSee()[0]?.id ?? null) : null;
      this.card.clientId.set(this.store.selectedId() ?? first);
    });
    afterNextRender(() => {
      this.table()?.focus();
    });
  }

  protected async show(view: AccueilView): Promise<void> {
    await this.address({ vue: view === 'a-revoir' ? null : view, tri: null });
    this.table()?.focus();
  }

  protected async showAgency(event: Event): Promise<void> {
    await this.address({ agence: (event.target as HTMLSelectElement).value || null });
  }

  protected async sort(order: AccueilOrder | null): Promise<void> {
    await this.address({ tri: order === null ? null : writeOrder(order) });
  }

  protected async openCard(id: string): Promise<void> {
    await this.cards.open(id);
  }

  protected async keepDay(id: string, day: string | null): Promise<void> {
    await this.keeper.keep(this.subjectOf(id), day);
  }

  protected async askDay(id: string, day: string | null): Promise<void> {
    await this.keeper.ask(this.subjectOf(id), day);
  }

  protected readonly noteVisit = async (): Promise<void> => {
    const client = this.card.client();
    if (client === null || this.card.status() !== 'ready') return;
    const subject = { entityType: 'client', entityId: client.id, corrects: null } as const;
    const facts = [client.id, client.cAgence ?? ''].filter((fact) => fact !== '').join(' · ');
    await this.visits.open({ subject, name: this.nameOf(client.id), facts, refused: null });
  };

  protected readonly chooseDay = (): void => {
    this.preview()?.openFollowUp();
  };

  /** A single letter is a shortcut only while nothing is typed and no window is open. */
  protected onKey(event: Event, act: () => unknown): void {
    const { altKey, ctrlKey, metaKey, target } = event as KeyboardEvent;
    const isTyping = target instanceof HTMLElement && target.matches('input, select, textarea');
    const isCovered = this.dialogs.openDialogs.length > 0 || document.querySelector('.mat-mdc-menu-panel');
    if (altKey || ctrlKey || metaKey || isTyping || isCovered) return;
    event.preventDefault();
    act();
  }

  private subjectOf(id: string): FollowUpSubject {
    const client = this.card.client();
    return { id, name: this.nameOf(id), before: client?.id === id ? (client.followUp ?? null) : null };
  }

  private nameOf(id: string): string {
    const client = this.card.client();
    const rows = [...this.store.rows(), ...this.store.firstToSee()];
    const name = client?.id === id ? client.nomClient : rows.find((row) => row.id === id)?.nomClient;
    return displayName(name ?? '') || clientMessages.unnamed;
  }

  private async address(queryParams: Record<string, string | null>): Promise<void> {
    await this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
