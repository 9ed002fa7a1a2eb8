import { Component, input, output } from '@angular/core';
import { integrationErrorMessages } from './integration-error-messages.ts';

/** Closes an error with a note that says why; the hub wants one. */
@Component({
  selector: 'app-integration-error-closing',
  template: `
    <form novalidate (submit)="submit($event, note.value)">
      <h3>{{ messages.note }}</h3>
      <p class="hint">{{ messages.noteHint }}</p>
      <label class="unseen" for="closing-note">{{ messages.noteLabel }}</label>
      <textarea
        #note
        id="closing-note"
        class="input"
        rows="2"
        aria-describedby="closing-fault"
        [placeholder]="messages.noteLabel"
        [attr.aria-invalid]="fault() !== null"
      ></textarea>
      <p id="closing-fault" class="fault" aria-live="polite">{{ fault() }}</p>
      <button type="submit" class="button" [disabled]="isBusy()">{{ messages.close }}</button>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--space-2);
      justify-items: start;
    }

    h3 {
      font-size: var(--text-m);
      font-weight: 600;
    }

    textarea.input {
      height: auto;
      padding: 7px 10px;
      resize: vertical;
    }

    .fault:empty {
      display: none;
    }
  `,
})
export class IntegrationErrorClosing {
  readonly isBusy = input.required<boolean>();
  /** What the hub found wrong with the note, or null. */
  readonly fault = input.required<string | null>();
  readonly closed = output<string>();

  protected readonly messages = integrationErrorMessages;

  protected submit(event: Event, note: string): void {
    event.preventDefault();
    this.closed.emit(note);
  }
}
