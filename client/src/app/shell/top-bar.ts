import { Component, inject, input } from '@angular/core';
import { AppUpdateStore } from '../domains/shared/data/app-update-store.ts';
import { SessionStore } from '../domains/shared/data/session-store.ts';
import { SyncStore } from '../domains/shared/data/sync-store.ts';
import { ConnectionPill } from './connection-pill.ts';
import { shellMessages } from './shell-messages.ts';
import { UserMenu } from './user-menu.ts';

/** What is always in sight: connection, what waits to be sent, who is signed in. */
@Component({
  selector: 'app-top-bar',
  imports: [ConnectionPill, UserMenu],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.css',
  host: { role: 'banner' },
})
export class TopBar {
  readonly heading = input.required<string>();

  protected readonly sync = inject(SyncStore);
  protected readonly user = inject(SessionStore).user;
  protected readonly update = inject(AppUpdateStore);
  protected readonly messages = shellMessages;
}
