import { afterNextRender, Component, DOCUMENT, ErrorHandler, inject, signal } from '@angular/core';
import { SessionStore } from '../../shared/data/session-store.ts';
import { type PasswordChange, PasswordForm } from '../ui/password-form.ts';
import { SessionFrame } from '../ui/session-frame.ts';
import { sessionMessages } from '../ui/session-messages.ts';

/** A password that somebody else chose must be replaced before anything else. */
@Component({
  selector: 'app-password-page',
  imports: [PasswordForm, SessionFrame],
  template: `
    <app-session-frame [heading]="messages.passwordTitle" [intro]="messages.passwordIntro">
      <app-password-form
        [isBusy]="isBusy()"
        [refusal]="refusal()"
        (changePassword)="change($event)"
        (leave)="leave()"
      />
    </app-session-frame>
  `,
})
export class PasswordPage {
  private readonly session = inject(SessionStore);
  private readonly errors = inject(ErrorHandler);

  protected readonly messages = sessionMessages;
  protected readonly isBusy = signal(false);
  protected readonly refusal = signal<string | null>(null);

  constructor() {
    const document = inject(DOCUMENT);
    afterNextRender(() => document.getElementById('current-password')?.focus());
  }

  protected async change({ current, next }: PasswordChange): Promise<void> {
    this.isBusy.set(true);
    this.refusal.set(null);
    try {
      const refused = await this.session.changePassword(current, next);
      this.refusal.set(refused?.message ?? null);
    } catch (error) {
      this.refusal.set(sessionMessages.failed);
      this.errors.handleError(error);
    } finally {
      this.isBusy.set(false);
    }
  }

  protected async leave(): Promise<void> {
    await this.session.signOut();
  }
}
