import { afterNextRender, Component, DOCUMENT, ErrorHandler, inject, Injector, signal } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { PasswordReset } from '../data/password-reset.ts';
import { ResetForm } from '../ui/reset-form.ts';
import { SessionFrame } from '../ui/session-frame.ts';
import { sessionMessages } from '../ui/session-messages.ts';

/** What a mailed link leads to: choosing a password, without being signed in. */
@Component({
  selector: 'app-reset-page',
  imports: [ResetForm, RouterLink, SessionFrame],
  templateUrl: './reset-page.html',
  styles: `
    .button {
      align-self: start;
    }

    .button:hover {
      text-decoration: none;
    }
  `,
})
export class ResetPage {
  private readonly passwords = inject(PasswordReset);
  private readonly errors = inject(ErrorHandler);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly token: string;

  protected readonly messages = sessionMessages;
  protected readonly state = signal<'form' | 'done' | 'link' | 'none'>('none');
  protected readonly isBusy = signal(false);
  protected readonly refusal = signal<string | null>(null);

  constructor() {
    const route = inject(ActivatedRoute);
    const router = inject(Router);
    this.token = route.snapshot.queryParamMap.get('jeton') ?? '';
    if (this.token !== '') this.state.set('form');
    // Threat: a token in the address is seen over a shoulder, kept in the history, copied with the link.
    afterNextRender(() => void router.navigate([], { relativeTo: route, queryParams: {}, replaceUrl: true }));
    this.focusNext('new-password');
  }

  protected async choose(password: string): Promise<void> {
    this.isBusy.set(true);
    this.refusal.set(null);
    try {
      const outcome = await this.passwords.choose(this.token, password);
      if (outcome.kind !== 'done') this.refusal.set(outcome.message);
      if (outcome.kind === 'refused') return;
      this.state.set(outcome.kind);
      this.focusNext('to-sign-in');
    } catch (error) {
      this.refusal.set(sessionMessages.failed);
      this.errors.handleError(error);
    } finally {
      this.isBusy.set(false);
    }
  }

  private focusNext(id: string): void {
    afterNextRender(() => this.document.getElementById(id)?.focus(), { injector: this.injector });
  }
}
