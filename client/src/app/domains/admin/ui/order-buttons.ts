import { Component, input, output } from '@angular/core';
import { settingListMessages } from './setting-messages.ts';

/** Moves one line of a list up or down, or takes it out. At an end of the list the button stays, so that focus does. */
@Component({
  selector: 'app-order-buttons',
  template: `
    <button
      type="button"
      class="button quiet"
      data-move="-1"
      [attr.aria-label]="messages.up(name())"
      [attr.aria-disabled]="isFirst()"
      [title]="messages.up(name())"
      (click)="move(-1)"
    >
      ↑
    </button>
    <button
      type="button"
      class="button quiet"
      data-move="1"
      [attr.aria-label]="messages.down(name())"
      [attr.aria-disabled]="isLast()"
      [title]="messages.down(name())"
      (click)="move(1)"
    >
      ↓
    </button>
    <button
      type="button"
      class="button quiet"
      [attr.aria-label]="messages.removeIt(name())"
      (click)="removed.emit()"
    >
      {{ messages.remove }}
    </button>
  `,
  styles: `
    :host {
      display: flex;
      flex: none;
    }

    .button {
      height: 28px;
      padding: 0 7px;
    }

    .button[aria-disabled='true'] {
      color: var(--ink-3);
      cursor: default;
      opacity: 0.5;
    }
  `,
})
export class OrderButtons {
  readonly name = input.required<string>();
  readonly isFirst = input.required<boolean>();
  readonly isLast = input.required<boolean>();
  readonly moved = output<1 | -1>();
  readonly removed = output();

  protected readonly messages = settingListMessages;

  protected move(by: 1 | -1): void {
    if (!(by === -1 ? this.isFirst() : this.isLast())) this.moved.emit(by);
  }
}
