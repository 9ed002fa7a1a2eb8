import { Component, type ElementRef, input, output, signal, viewChild } from '@angular/core';
import { sessionMessages } from './session-messages.ts';

export interface PasswordChange {
  current: string;
  next: string;
}

/** The password that was handed out, and the user's own one, twice. What it must be like is the hub's to say. */
@Component({
  selector: 'app-password-form',
  templateUrl: './password-form.html',
  styleUrl: './session-form.css',
})
export class PasswordForm {
  readonly isBusy = input.required<boolean>();
  /** Why the hub refused, or null. */
  readonly refusal = input.required<string | null>();
  readonly changePassword = output<PasswordChange>();
  readonly leave = output();

  protected readonly messages = sessionMessages;
  protected readonly fault = signal<string | null>(null);
  private readonly current = viewChild.required<ElementRef<HTMLInputElement>>('current');
  private readonly next = viewChild.required<ElementRef<HTMLInputElement>>('next');
  private readonly repeat = viewChild.required<ElementRef<HTMLInputElement>>('repeat');

  protected submit(event: Event): void {
    event.preventDefault();
    if (this.isBusy()) return;
    const [current, next, repeat] = [this.current(), this.next(), this.repeat()].map(
      (field) => field.nativeElement,
    );
    const empty = [current, next, repeat].find((field) => field?.value === '');
    if (empty) this.ask(empty, sessionMessages.passwordMissing);
    else if (repeat && next?.value !== repeat.value) this.ask(repeat, sessionMessages.repeatDiffers);
    else {
      this.fault.set(null);
      this.changePassword.emit({ current: current?.value ?? '', next: next?.value ?? '' });
    }
  }

  private ask(field: HTMLInputElement, message: string): void {
    this.fault.set(message);
    field.focus();
  }
}
