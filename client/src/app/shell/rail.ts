import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { SessionStore } from '../domains/shared/data/session-store.ts';
import { shellMessages } from './shell-messages.ts';
import { ThemeSwitch } from './theme-switch.ts';

/** The tabs. Only those that work, and that the user may open, are shown. */
@Component({
  selector: 'app-rail',
  imports: [RouterLink, RouterLinkActive, ThemeSwitch],
  templateUrl: './rail.html',
  styleUrl: './rail.css',
  host: { role: 'navigation', '[attr.aria-label]': 'messages.mainNavigation' },
})
export class Rail {
  protected readonly messages = shellMessages;
  private readonly session = inject(SessionStore);
  protected readonly isAdmin = computed(() => this.session.user()?.role === 'admin');
}
