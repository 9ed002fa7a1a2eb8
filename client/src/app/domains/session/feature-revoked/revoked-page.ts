import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SyncStore } from '../../shared/data/sync-store.ts';
import { SessionFrame } from '../ui/session-frame.ts';
import { sessionMessages } from '../ui/session-messages.ts';

/** The hub closed the session of this device. What was not sent is still here, and the page says so. */
@Component({
  selector: 'app-revoked-page',
  imports: [RouterLink, SessionFrame],
  template: `
    <app-session-frame [heading]="messages.revokedTitle" [intro]="messages.revokedIntro">
      <p>{{ kept() }}</p>
      <a class="button main" routerLink="/connexion" queryParamsHandling="preserve">{{
        messages.signInAgain
      }}</a>
    </app-session-frame>
  `,
  styles: `
    .button {
      align-self: start;
      margin-top: var(--space-4);
    }

    .button:hover {
      text-decoration: none;
    }
  `,
})
export class RevokedPage {
  private readonly pending = inject(SyncStore).pendingCount;
  protected readonly messages = sessionMessages;
  protected readonly kept = computed(() => sessionMessages.revokedKept(this.pending()));
}
