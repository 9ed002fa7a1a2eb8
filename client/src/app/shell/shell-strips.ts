import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AppUpdateStore } from '../domains/shared/data/app-update-store.ts';
import { OperationStore } from '../domains/shared/data/operation-store.ts';
import { SyncStore } from '../domains/shared/data/sync-store.ts';
import { clockDiffers } from '../domains/shared/ui/clock-words.ts';
import { shellMessages } from './shell-messages.ts';
import { ShellStrip } from './shell-strip.ts';

/** What the user has to know whatever page he is on: an old base, a wrong clock, an old app, a word from the hub. */
@Component({
  selector: 'app-shell-strips',
  imports: [RouterLink, ShellStrip],
  templateUrl: './shell-strips.html',
})
export class ShellStrips {
  protected readonly sync = inject(SyncStore);
  protected readonly update = inject(AppUpdateStore);
  private readonly operations = inject(OperationStore);

  protected readonly messages = shellMessages;
  protected readonly isBusy = computed(() => this.sync.link() === 'syncing');
  protected readonly clockWords = computed(() => {
    const offset = this.sync.clockOffset();
    return offset === 0 ? null : clockDiffers(offset);
  });
  protected readonly tooOldWords = computed(() =>
    this.sync.link() === 'too-old' ? shellMessages.tooOld(window.tournee !== undefined) : null,
  );
  /** What the hub says about something that went well, e.g. that the client is another rep's now. */
  protected readonly noticeWords = computed(() => {
    const unread = this.operations.unreadNotices();
    const [first] = unread;
    if (first === undefined) return null;
    return unread.length === 1 ? (first.notice ?? null) : shellMessages.notices(unread.length);
  });

  constructor() {
    // The newer version may be there for the asking.
    effect(() => {
      if (this.sync.link() === 'too-old') this.update.look();
    });
  }

  protected readNotices(): void {
    void this.operations.markRead(this.operations.unreadNotices().map(({ id }) => id));
  }
}
