import { Component, computed, effect, inject, linkedSignal } from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { MatSnackBar, MatSnackBarConfig } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import { displayPhone, frenchDay, withoutCrmMark } from '@tournee/graphql';
import { ClockStore } from '../../shared/data/clock-store.ts';
import type { DirectoryEntry } from '../../shared/data/directory/directory-entry.ts';
import { SessionStore } from '../../shared/data/session-store.ts';
import { SyncStore } from '../../shared/data/sync-store.ts';
import { DisplayNamePipe } from '../../shared/ui/display-name-pipe.ts';
import { ClientCardStore } from '../data/client-card-store.ts';
import { SearchStore } from '../data/search-store.ts';
import { clientMessages } from '../ui/client-messages.ts';
import { contactLines } from '../ui/contact-lines.ts';
import { searchMessages } from '../ui/search-messages.ts';

/** What the window closes with. */
export interface SearchChoice {
  kind: 'card' | 'visit';
  entry: DirectoryEntry;
}

interface Action {
  key: string;
  label: string;
  run: () => unknown;
}

/** As many as one looks through; more words find fewer. */
const SHOWN = 40;
const SNACK_TIME = 4000;

/** Ctrl+K: one field for everybody the user may see, and for what one does most. By keyboard alone. */
@Component({
  selector: 'app-search-window',
  imports: [DisplayNamePipe],
  providers: [SearchStore, ClientCardStore],
  templateUrl: './search-window.html',
  styleUrl: './search-window.css',
  host: {
    '(keydown.control.enter)': 'visit($event)',
    '(keydown.meta.enter)': 'visit($event)',
    '(keydown.alt.c)': 'copyPhone($event)',
  },
})
export class SearchWindow {
  private readonly dialog = inject<MatDialogRef<SearchWindow, SearchChoice>>(MatDialogRef);
  private readonly snacks = inject(MatSnackBar);
  private readonly router = inject(Router);
  private readonly sync = inject(SyncStore);
  private readonly user = inject(SessionStore).user;
  protected readonly store = inject(SearchStore);
  protected readonly card = inject(ClientCardStore);
  protected readonly today = inject(ClockStore).today;
  protected readonly messages = searchMessages;
  protected readonly unnamed = clientMessages.unnamed;
  protected readonly frenchDay = frenchDay;

  protected readonly isAsked = computed(() => this.store.query().trim() !== '');
  protected readonly entries = computed<readonly DirectoryEntry[]>(() =>
    this.isAsked() ? this.store.hits().entries.slice(0, SHOWN) : this.store.recent(),
  );
  protected readonly actions = computed<readonly Action[]>(() => {
    const pages = Object.entries(searchMessages.pages)
      .filter(([path]) => path !== 'administration' || this.user()?.role === 'admin')
      .map(([path, name]) => ({
        key: path,
        label: searchMessages.goTo(name),
        run: () => this.router.navigate([path]),
      }));
    const refresh = {
      key: 'refresh',
      label: searchMessages.refresh,
      run: () => {
        void this.sync.refresh();
      },
    };
    return this.isAsked() ? [] : [refresh, ...pages];
  });
  /** Place of the row that Enter takes, through clients and then actions. */
  protected readonly active = linkedSignal({ source: this.entries, computation: () => 0 });
  protected readonly activeEntry = computed(() => this.entries()[this.active()] ?? null);
  protected readonly shown = computed(() => {
    const client = this.card.client();
    return client !== null && client.id === this.activeEntry()?.id ? client : null;
  });
  protected readonly contact = computed(() => {
    const client = this.shown();
    return client === null ? [] : contactLines(client);
  });
  protected readonly lastWords = computed(() => {
    const words = this.card.history().map(({ commentaire }) => withoutCrmMark((commentaire ?? '').trim()));
    return words.find((text) => text !== '') ?? '';
  });
  protected readonly foot = computed(() =>
    this.isAsked()
      ? searchMessages.found(this.store.hits().entries.length)
      : searchMessages.onDevice(this.store.total()),
  );

  constructor() {
    effect(() => {
      this.card.clientId.set(this.activeEntry()?.id ?? null);
    });
  }

  protected search(event: Event): void {
    this.store.query.set((event.target as HTMLInputElement).value);
  }

  protected move(event: Event, step: number): void {
    event.preventDefault();
    const count = this.entries().length + this.actions().length;
    if (count > 0) this.active.set((this.active() + step + count) % count);
    document.getElementById(`search-${String(this.active())}`)?.scrollIntoView({ block: 'nearest' });
  }

  protected choose(place: number): void {
    const entry = this.entries()[place];
    if (entry !== undefined) {
      this.dialog.close({ kind: 'card', entry });
      return;
    }
    const action = this.actions()[place - this.entries().length];
    if (action === undefined) return;
    this.dialog.close();
    void action.run();
  }

  protected visit(event: Event): void {
    event.preventDefault();
    const entry = this.activeEntry();
    if (entry !== null) this.dialog.close({ kind: 'visit', entry });
  }

  protected async copyPhone(event: Event): Promise<void> {
    event.preventDefault();
    const entry = this.activeEntry();
    const phone = entry?.tel1 ?? entry?.tel2;
    if (!phone) return;
    const text = displayPhone(phone);
    const words = await navigator.clipboard.writeText(text).then(
      () => searchMessages.copied(text),
      () => searchMessages.notCopied,
    );
    this.snacks.open(words, undefined, Object.assign(new MatSnackBarConfig(), { duration: SNACK_TIME }));
  }
}
