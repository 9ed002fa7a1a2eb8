import { Component, type ElementRef, input, output, signal, viewChild } from '@angular/core';
import { sessionMessages } from './session-messages.ts';

export interface Credentials {
  userName: string;
  password: string;
}

/** User name and password. Empty fields are said to be missing before the hub is asked. */
@Component({
  selector: 'app-sign-in-form',
  templateUrl: './sign-in-form.html',
  styleUrl: './session-form.css',
})
export class SignInForm {
  readonly isBusy = input.required<boolean>();
  /** Why the hub refused, or null. */
  readonly refusal = input.required<string | null>();
  readonly signIn = output<Credentials>();

  protected readonly messages = sessionMessages;
  protected readonly missing = signal<string | null>(null);
  private readonly userName = viewChild.required<ElementRef<HTMLInputElement>>('userName');
  private readonly password = viewChild.required<ElementRef<HTMLInputElement>>('password');

  protected submit(event: Event): void {
    event.preventDefault();
    if (this.isBusy()) return;
    const userName = this.userName().nativeElement;
    const password = this.password().nativeElement;
    if (userName.value.trim() === '') this.ask(userName, sessionMessages.userNameMissing);
    else if (password.value === '') this.ask(password, sessionMessages.passwordMissing);
    else {
      this.missing.set(null);
      this.signIn.emit({ userName: userName.value.trim(), password: password.value });
    }
  }

  private ask(field: HTMLInputElement, message: string): void {
    this.missing.set(message);
    field.focus();
  }
}
