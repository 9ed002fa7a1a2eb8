import { Component, computed, input, output } from '@angular/core';
import type { Sending } from '../data/sending-groups.ts';
import { ConflictFields, type ConflictChoice } from './conflict-fields.ts';
import { operationMessages } from './operation-messages.ts';
import { sendingWords, stateTone } from './sending-words.ts';

/** One operation: when it was said, what it says, what became of it, and what can be done. */
@Component({
  selector: 'app-sending-row',
  imports: [ConflictFields],
  templateUrl: './sending-row.html',
  styleUrl: './sending-row.css',
})
export class SendingRow {
  readonly sending = input.required<Sending>();
  /** Fields in conflict whose value is chosen already. */
  readonly choices = input.required<Readonly<Record<string, boolean>>>();
  readonly choose = output<ConflictChoice>();
  readonly correct = output();
  readonly save = output();
  readonly giveUp = output();

  protected readonly messages = operationMessages;
  protected readonly words = computed(() => sendingWords(this.sending().operation));
  protected readonly tone = computed(() => stateTone(this.sending().state));
  protected readonly hint = computed(() => {
    const { state } = this.sending();
    if (state === 'failed') return this.sending().operation.reason?.message ?? null;
    if (state === 'replaced') return operationMessages.replacedHint;
    return state === 'given-up' ? operationMessages.givenUpHint : null;
  });
  /** What the user has to choose; none when it is settled, or when the hub does not tell him the other value. */
  protected readonly conflicts = computed(() => {
    const { state, operation } = this.sending();
    return state === 'conflict' ? (operation.conflicts ?? []) : [];
  });
  /** Why it was refused; what conflicts is shown with its values. */
  protected readonly reason = computed(() => {
    const { operation } = this.sending();
    return operation.status === 'rejected' ? (operation.reason?.message ?? null) : null;
  });
}
