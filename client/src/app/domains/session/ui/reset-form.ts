import { Component, computed, type ElementRef, input, output, signal, viewChild } from '@angular/core';
import {
  isTrivialPassword,
  PASSWORD_MAX_LENGTH,
  PASSWORD_MIN_LENGTH,
  passwordLength,
} from '@tournee/graphql';
import { sessionMessages } from './session-messages.ts';

/** A new password, twice. What can be known here is said at once; the hub knows the user's name and has the last word. */
@Component({
  selector: 'app-reset-form',
  templateUrl: './reset-form.html',
  styleUrls: ['./session-form.css', './reset-form.css'],
})
export class ResetForm {
  readonly isBusy = input.required<boolean>();
  /** Why the hub refused, or null. */
  readonly refusal = input.required<string | null>();
  readonly choosePassword = output<string>();

  protected readonly messages = sessionMessages;
  protected readonly isShown = signal(false);
  protected readonly typed = signal('');
  protected readonly fault = signal<string | null>(null);
  protected readonly rules = computed(() => {
    const password = this.typed();
    return [
      {
        words: sessionMessages.ruleLength(PASSWORD_MIN_LENGTH),
        isMet: passwordLength(password) >= PASSWORD_MIN_LENGTH,
      },
      { words: sessionMessages.ruleGuess, isMet: !isTrivialPassword(password) },
      { words: sessionMessages.ruleName, isMet: false },
    ];
  });
  private readonly next = viewChild.required<ElementRef<HTMLInputElement>>('next');
  private readonly repeat = viewChild.required<ElementRef<HTMLInputElement>>('repeat');

  protected submit(event: Event): void {
    event.preventDefault();
    if (this.isBusy()) return;
    const next = this.next().nativeElement;
    const repeat = this.repeat().nativeElement;
    const fault = passwordFault(next.value);
    if (fault !== null) this.ask(next, fault);
    else if (repeat.value === '') this.ask(repeat, sessionMessages.repeatMissing);
    else if (repeat.value !== next.value) this.ask(repeat, sessionMessages.repeatDiffers);
    else {
      this.fault.set(null);
      this.choosePassword.emit(next.value);
    }
  }

  private ask(field: HTMLInputElement, message: string): void {
    this.fault.set(message);
    field.focus();
  }
}

function passwordFault(password: string): string | null {
  const length = passwordLength(password);
  if (length === 0) return sessionMessages.newPasswordMissing;
  if (length < PASSWORD_MIN_LENGTH) return sessionMessages.passwordTooShort(PASSWORD_MIN_LENGTH);
  if (length > PASSWORD_MAX_LENGTH) return sessionMessages.passwordTooLong(PASSWORD_MAX_LENGTH);
  return isTrivialPassword(password) ? sessionMessages.passwordTrivial : null;
}
