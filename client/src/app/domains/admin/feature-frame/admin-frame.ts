import { Component, effect, inject, untracked } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { type Attention, AttentionStore } from '../data/attention-store.ts';
import { adminMessages } from '../ui/admin-messages.ts';

/** The sections, in the order of their tabs; each is a route of `admin-routes.ts`. */
const TABS = ['reglages', 'utilisateurs', 'appareils', 'erreurs', 'taches', 'mails'] as const;

type Tab = (typeof TABS)[number];

/** The admin area: its sections as tabs, with how much waits in them, and the open one below. */
@Component({
  selector: 'app-admin-frame',
  imports: [RouterLink, RouterLinkActive, RouterOutlet],
  providers: [AttentionStore],
  template: `
    <nav [attr.aria-label]="messages.sections">
      @for (tab of tabs; track tab) {
        <a [routerLink]="tab" routerLinkActive="on" ariaCurrentWhenActive="page">
          {{ messages.tabs[tab] }}
          @if (waiting(tab); as amount) {
            <span class="pill bad figures" aria-hidden="true" [title]="words(tab)">{{ amount }}</span>
            <span class="unseen">{{ words(tab) }}</span>
          }
        </a>
      }
    </nav>
    <div class="section"><router-outlet /></div>
  `,
  styleUrl: './admin-frame.css',
})
export class AdminFrame {
  protected readonly attention = inject(AttentionStore);
  protected readonly messages = adminMessages;
  protected readonly tabs = TABS;

  constructor() {
    const router = inject(Router);
    // Whoever has dealt with something goes on to the next: that is the moment to count again.
    effect(() => {
      router.lastSuccessfulNavigation();
      untracked(() => void this.attention.load());
    });
  }

  /** How much waits in a section; 0 where nothing can. */
  protected waiting(tab: Tab): number {
    return tab in this.messages.attention ? this.attention.counts()[tab as keyof Attention] : 0;
  }

  protected words(tab: Tab): string {
    return this.messages.attention[tab as keyof Attention](this.waiting(tab));
  }
}
