import { Component, input, output } from '@angular/core';
import { settingListMessages } from './setting-messages.ts';

/** Moves one line of a list up or down, or takes it out. At an end of the list the button stays, so that focus does. */
@Component({
  selector: 'app-order-buttons',
  templateUrl: './order-buttons.html',
  styleUrl: './order-buttons.css',
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
