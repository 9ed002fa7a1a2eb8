import { Component, computed, input, output } from '@angular/core';
import { settingMessages } from './setting-messages.ts';

/** What is not saved yet, and the two things to do about it. */
@Component({
  selector: 'app-setting-save-bar',
  template: `
    <p class="words" role="status">
      @if (refusal() !== '') {
        <span class="fault">{{ refusal() }}</span>
        {{ messages.kept }}
      } @else if (count() > 0) {
        {{ words() }}
      } @else {
        {{ done() }}
      }
    </p>
    @if (count() > 0) {
      <button type="button" class="button" (click)="undo.emit()">{{ messages.cancelAll }}</button>
      <button
        type="button"
        class="button main"
        aria-keyshortcuts="Control+Enter"
        [attr.aria-disabled]="isSaving()"
        (click)="save.emit()"
      >
        {{ isSaving() ? messages.saving : messages.save }} <kbd aria-hidden="true">Ctrl ↵</kbd>
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex: none;
      align-items: center;
      min-height: 50px;
      padding: var(--space-2) var(--space-4);
      border-top: 1px solid var(--line);
      background: var(--panel);
      gap: var(--space-3);
    }

    :host(.idle) {
      display: none;
    }

    .words {
      flex: 1;
      font-size: var(--text-s);
    }
  `,
  host: { '[class.idle]': "count() === 0 && done() === '' && refusal() === ''" },
})
export class SettingSaveBar {
  readonly count = input.required<number>();
  readonly isSaving = input.required<boolean>();
  /** Why nothing was saved; empty when it was, or not tried. */
  readonly refusal = input.required<string>();
  /** What was saved last; empty at first. */
  readonly done = input.required<string>();
  readonly undo = output();
  readonly save = output();

  protected readonly messages = settingMessages;
  protected readonly words = computed(() => settingMessages.unsaved(this.count()));
}
