import { afterNextRender, Component, DOCUMENT, ErrorHandler, inject, signal } from '@angular/core';
import { SessionStore } from '../../shared/data/session-store.ts';
import { FIRST_PAGES } from '../data/first-pages.ts';
import { SessionFrame } from '../ui/session-frame.ts';
import { sessionMessages } from '../ui/session-messages.ts';
import { type Credentials, SignInForm } from '../ui/sign-in-form.ts';

/** Opens a session. When it is open, the app itself moves on to the page that was wanted. */
@Component({
  selector: 'app-sign-in-page',
  imports: [SessionFrame, SignInForm],
  template: `
    <app-session-frame [heading]="messages.signInTitle" [intro]="messages.signInIntro">
      <app-sign-in-form [isBusy]="isBusy()" [refusal]="refusal()" (signIn)="signIn($event)" />
      <p after class="hint">{{ messages.forgotten }}</p>
      @if (hubAddress()) {
        <p after class="hint">{{ messages.hub(hubAddress()) }}</p>
      }
    </app-session-frame>
  `,
})
export class SignInPage {
  private readonly session = inject(SessionStore);
  private readonly errors = inject(ErrorHandler);
  private readonly firstPages = inject(FIRST_PAGES)();

  protected readonly messages = sessionMessages;
  protected readonly hubAddress = this.session.hubAddress;
  protected readonly isBusy = signal(false);
  protected readonly refusal = signal<string | null>(null);

  constructor() {
    const document = inject(DOCUMENT);
    afterNextRender(() => document.getElementById('user-name')?.focus());
  }

  protected async signIn({ userName, password }: Credentials): Promise<void> {
    this.isBusy.set(true);
    this.refusal.set(null);
    try {
      await this.firstPages;
      const refused = await this.session.signIn(userName, password);
      // Otherwise the page stays busy until the next one takes its place.
      if (refused !== null) this.refuse(refused.message);
    } catch (error) {
      this.refuse(sessionMessages.failed);
      this.errors.handleError(error);
    }
  }

  private refuse(reason: string): void {
    this.refusal.set(reason);
    this.isBusy.set(false);
  }
}
