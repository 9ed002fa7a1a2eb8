import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { displayName } from '../../shared/ui/display-name.ts';
import type { Sending, SendingGroup } from '../data/sending-groups.ts';
import type { ConflictChoice } from './conflict-fields.ts';
import { operationMessages } from './operation-messages.ts';
import { SendingRow } from './sending-row.ts';

export interface SettledField extends ConflictChoice {
  sending: Sending;
}

/** What was said about one client or prospect. */
@Component({
  selector: 'app-sending-group-panel',
  imports: [RouterLink, SendingRow],
  templateUrl: './sending-group-panel.html',
  styleUrl: './sending-group-panel.css',
})
export class SendingGroupPanel {
  readonly group = input.required<SendingGroup>();
  readonly choices = input.required<Readonly<Record<string, Readonly<Record<string, boolean>>>>>();
  readonly choose = output<SettledField>();
  readonly correct = output<Sending>();
  readonly save = output<Sending>();
  readonly giveUp = output<Sending>();

  protected readonly messages = operationMessages;
  protected readonly isClient = computed(() => this.group().entityType === 'client');
  protected readonly title = computed(() => groupTitle(this.group()));
  /** The code, or that the client is no longer in the base. */
  protected readonly fact = computed(() => {
    const { name, entityId } = this.group();
    if (name === null) return operationMessages.unknownName;
    return this.isClient() ? entityId : operationMessages.prospect;
  });
  protected readonly NO_CHOICES = {};
}

/** What a client or prospect is called in « Envois ». */
export function groupTitle({ name, entityType, entityId }: SendingGroup): string {
  if (name !== null) return displayName(name);
  return entityType === 'client' ? operationMessages.client(entityId) : operationMessages.prospect;
}
