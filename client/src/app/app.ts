import { Component, effect, inject, untracked } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { SessionStore } from './domains/shared/data/session-store.ts';
import { belongsTo, homeOf } from './shell/session-routes.ts';
import { shellMessages } from './shell/shell-messages.ts';
import { ThemeStore } from './shell/theme-store.ts';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet],
  template: `
    <router-outlet />
    @if (session.state() === 'starting') {
      <p class="starting" role="status">{{ messages.starting }}</p>
    }
  `,
  styles: `
    .starting {
      display: grid;
      height: 100vh;
      color: var(--ink-2);
      place-items: center;
    }
  `,
})
export class App {
  protected readonly session = inject(SessionStore);
  protected readonly messages = shellMessages;
  private readonly router = inject(Router);

  constructor() {
    // The choice of theme is applied as soon as it is read.
    inject(ThemeStore);
    effect(() => {
      const state = this.session.state();
      // Guards see to the first address; later changes of the session move the user from here.
      if (state === 'starting' || this.router.lastSuccessfulNavigation() === null) return;
      untracked(() => {
        const { url } = this.router;
        if (!belongsTo(state, url)) void this.router.navigateByUrl(homeOf(state, url));
      });
    });
  }
}
