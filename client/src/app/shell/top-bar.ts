import { Component, computed, inject, Injector, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { AppUpdateStore } from '../domains/shared/data/app-update-store.ts';
import { SessionStore } from '../domains/shared/data/session-store.ts';
import { OperationStore } from '../domains/shared/data/operation-store.ts';
import { SEARCH_OPENER } from '../domains/shared/data/search-opener.ts';
import { SyncStore } from '../domains/shared/data/sync-store.ts';
import { ConnectionPill } from './connection-pill.ts';
import { shellMessages } from './shell-messages.ts';
import { UserMenu } from './user-menu.ts';

/** What is always in sight: connection, what waits to be sent, who is signed in. */
@Component({
  selector: 'app-top-bar',
  imports: [ConnectionPill, RouterLink, RouterLinkActive, UserMenu],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.css',
  host: {
    role: 'banner',
    '(document:keydown.control.k)': 'searchByKey($event)',
    '(document:keydown.meta.k)': 'searchByKey($event)',
  },
})
export class TopBar {
  readonly heading = input.required<string>();

  protected readonly sync = inject(SyncStore);
  protected readonly openCount = inject(OperationStore).openCount;
  /** Red also with a wrong clock: what it says of dates cannot be trusted. */
  protected readonly isStale = computed(() => this.sync.isStale() || this.sync.clockOffset() !== 0);
  /** A strip below says that the app is too old, at length. */
  protected readonly problem = computed(() => (this.sync.link() === 'too-old' ? null : this.sync.problem()));
  protected readonly user = inject(SessionStore).user;
  protected readonly update = inject(AppUpdateStore);
  protected readonly messages = shellMessages;

  private readonly loadOpener = inject(SEARCH_OPENER);
  private readonly injector = inject(Injector);

  protected async search(): Promise<void> {
    await this.injector.get(await this.loadOpener()).open();
  }

  protected searchByKey(event: Event): void {
    // The browser would open its own search field, also under a dialog.
    event.preventDefault();
    void this.search();
  }
}
