import { Component, computed, input, output } from '@angular/core';
import type { FieldConflict } from '@tournee/graphql';
import { operationMessages } from './operation-messages.ts';
import { fieldLabel, valueWords } from './sending-words.ts';

export interface ConflictChoice {
  field: string;
  isMine: boolean;
}

/** Fields that somebody else changed since: both values, and one click to choose. */
@Component({
  selector: 'app-conflict-fields',
  templateUrl: './conflict-fields.html',
  styleUrl: './conflict-fields.css',
})
export class ConflictFields {
  readonly conflicts = input.required<readonly FieldConflict[]>();
  /** True: the user's own value; absent: not chosen yet. */
  readonly choices = input.required<Readonly<Record<string, boolean>>>();
  readonly choose = output<ConflictChoice>();

  protected readonly messages = operationMessages;
  protected readonly fields = computed(() =>
    this.conflicts().map(({ field, mine, theirs }) => ({
      field,
      label: fieldLabel(field),
      sides: [
        {
          isMine: true,
          words: operationMessages.mine,
          value: valueWords(mine),
          keep: operationMessages.keepMine,
        },
        {
          isMine: false,
          words: operationMessages.theirs,
          value: valueWords(theirs),
          keep: operationMessages.keepTheirs,
        },
      ],
      chosen: this.choices()[field] ?? null,
    })),
  );
}
