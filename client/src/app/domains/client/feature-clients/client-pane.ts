import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  untracked,
  viewChild,
} from '@angular/core';
import type { Client, HistoryEntry } from '@tournee/graphql';
import { ReferenceStore } from '../../shared/data/reference-store.ts';
import { SessionStore } from '../../shared/data/session-store.ts';
import { SettingStore } from '../../shared/data/setting-store.ts';
import { displayName } from '../../shared/ui/display-name.ts';
import { type CardStatus, ClientCardStore } from '../data/client-card-store.ts';
import { RecentClients } from '../data/recent-clients.ts';
import { VisitRecorder } from '../data/visit-recorder.ts';
import { ChangeRequestOpener } from '../feature-change-request/change-request-opener.ts';
import { FleetOpener } from '../feature-fleet/fleet-opener.ts';
import { FollowUpKeeper, type FollowUpSubject } from '../feature-follow-up/follow-up-keeper.ts';
import { VisitDialogOpener } from '../feature-visit/visit-dialog-opener.ts';
import { changeRequestWords } from '../ui/change-request-words.ts';
import { withKind } from '../ui/client-facts.ts';
import { clientMessages } from '../ui/client-messages.ts';
import { ClientTitle } from '../ui/client-title.ts';
import { ContactPanel } from '../ui/contact-panel.ts';
import { FactsPanel } from '../ui/facts-panel.ts';
import { fleetWords } from '../ui/fleet-words.ts';
import { HistoryList } from '../ui/history-list.ts';
import { TurnoverPanel } from '../ui/turnover-panel.ts';
import { CardOpener } from './card-opener.ts';

interface Card {
  client: Client;
  lastVisit: string | null;
  history: readonly HistoryEntry[];
}

interface CardSource extends Omit<Card, 'client'> {
  status: CardStatus;
  client: Client | null;
}

/** The card of one client: who he is, how to reach him, what he buys, what was said. */
@Component({
  selector: 'app-client-pane',
  imports: [ClientTitle, ContactPanel, FactsPanel, HistoryList, TurnoverPanel],
  providers: [ClientCardStore],
  templateUrl: './client-pane.html',
  styleUrl: './client-pane.css',
  host: {
    role: 'region',
    tabindex: '-1',
    '[attr.aria-label]': 'messages.card',
    '[attr.aria-busy]': "store.status() === 'loading'",
    '(keydown.v)': 'noteVisitByKey($event)',
    '(keydown.r)': 'chooseDayByKey($event)',
    '(keydown.escape)': 'left.emit()',
  },
})
export class ClientPane {
  readonly id = input.required<string | null>();
  /** Escape: the user goes back to the list. */
  readonly left = output();

  protected readonly store = inject(ClientCardStore);
  protected readonly messages = clientMessages;
  private readonly references = inject(ReferenceStore);
  private readonly recent = inject(RecentClients);
  private readonly cards = inject(CardOpener);
  private readonly recorder = inject(VisitRecorder);
  protected readonly actions = {
    visit: inject(VisitDialogOpener),
    followUp: inject(FollowUpKeeper),
    fleet: inject(FleetOpener),
    change: inject(ChangeRequestOpener),
  };
  private readonly fleetTypes = inject(SettingStore).fleetTypes;
  private readonly title = viewChild(ClientTitle);
  private readonly user = inject(SessionStore).user;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly form = inject(SettingStore).visitForm;
  protected readonly today = computed(() => this.recorder.bounds().today);
  /** While the next card is read, the last one stays: an empty pane in between would flicker. */
  protected readonly card = linkedSignal<CardSource, Card | null>({
    source: () => ({
      status: this.store.status(),
      client: this.store.client(),
      lastVisit: this.store.lastVisit(),
      history: this.store.history(),
    }),
    computation: ({ status, client, lastVisit, history }, previous) => {
      if (status === 'loading') return previous?.value ?? null;
      return status === 'ready' && client !== null ? { client, lastVisit, history } : null;
    },
  });
  protected readonly name = computed(
    () => displayName(this.card()?.client.nomClient ?? '') || clientMessages.unnamed,
  );
  protected readonly facts = computed(() => {
    const client = this.card()?.client;
    if (!client) return [];
    const grid = withKind(clientMessages.grid, this.references.label('c_catc', client.cCatc));
    const agency = withKind(clientMessages.agency, this.references.label('c_agence', client.cAgence));
    const family = this.references.label('c_fam_client', client.cFamClient);
    return [client.id, family, grid, agency].filter((fact) => fact !== '');
  });
  protected readonly paymentMode = computed(() =>
    this.references.label('c_mod_rgl_1', this.card()?.client.cModRgl1 ?? null),
  );
  protected readonly fleet = computed(() => fleetWords(this.card()?.client.fleet ?? null, this.fleetTypes()));
  protected readonly requests = computed(() =>
    this.store.changeRequests().map((operation) => changeRequestWords(operation)),
  );
  /** A visit that has not come back from winpneu bears the code of its author only: here he is known by name. */
  protected readonly history = computed(() => {
    const user = this.user();
    const entries = this.card()?.history ?? [];
    if (user === null) return entries;
    return entries.map((entry) =>
      entry.cUser === user.cUser && !entry.auteur ? { ...entry, auteur: user.nomAffiche } : entry,
    );
  });

  constructor() {
    // The store lives as long as the pane and is told which client the address names.
    effect(() => {
      this.store.clientId.set(this.id());
    });
    effect(() => {
      const id = this.store.status() === 'ready' ? this.id() : null;
      if (id === null) return;
      untracked(() => {
        this.recent.note(id);
      });
      if (this.cards.wanted() !== id) return;
      this.cards.wanted.set(null);
      this.focus();
    });
  }

  private focus(): void {
    this.host.focus({ preventScroll: true });
  }

  protected async noteVisit(): Promise<void> {
    const client = this.store.client();
    if (client === null || this.store.status() !== 'ready') return;
    const facts = [client.id, client.cAgence ?? ''].filter((fact) => fact !== '').join(' · ');
    const subject = { entityType: 'client', entityId: client.id, corrects: null } as const;
    await this.actions.visit.open({ subject, name: this.name(), facts, refused: null });
  }

  /** A single letter is a shortcut only while the card has the focus and nothing is being typed. */
  protected noteVisitByKey(event: Event): void {
    event.preventDefault();
    void this.noteVisit();
  }

  protected chooseDayByKey(event: Event): void {
    event.preventDefault();
    this.title()?.openFollowUp();
  }

  protected followUpSubject({ id, followUp }: Client): FollowUpSubject {
    return { id, name: this.name(), before: followUp };
  }

  protected async editFleet({ id, fleet }: Client): Promise<void> {
    await this.actions.fleet.open({ clientId: id, name: this.name(), fleet });
  }

  protected async askChange(client: Client): Promise<void> {
    await this.actions.change.open({ client, name: this.name() });
  }
}
