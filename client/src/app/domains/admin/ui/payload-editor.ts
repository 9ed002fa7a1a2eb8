import { JsonPipe } from '@angular/common';
import { Component, computed, input, model } from '@angular/core';
import type { FleetType, OperationReason, VisitAnswers, VisitForm } from '@tournee/graphql';
import { shownGroups, toggleChoice } from '../../shared/ui/visit-answers.ts';
import { type ChoiceToggle, VisitChoices } from '../../shared/ui/visit-choices.ts';
import { isNamedBy, shownText, typedValue, withoutValue, withValue } from './payload-change.ts';
import { type PayloadField, payloadFields } from './payload-fields.ts';
import { payloadMessages } from './payload-messages.ts';

/** What an operation says, in fields that can be corrected, or only read. */
@Component({
  selector: 'app-payload-editor',
  imports: [JsonPipe, VisitChoices],
  templateUrl: './payload-editor.html',
  styleUrl: './payload-editor.css',
})
export class PayloadEditor {
  readonly code = input.required<string>();
  readonly payload = model.required<unknown>();
  readonly isReadOnly = input.required<boolean>();
  /** Why it was refused: shown at its field. */
  readonly fault = input.required<OperationReason | null>();
  readonly form = input.required<VisitForm>();
  readonly fleetTypes = input.required<readonly FleetType[]>();

  protected readonly messages = payloadMessages;
  protected readonly shown = shownText;
  protected readonly fields = computed(() =>
    payloadFields(this.code(), this.payload(), this.fleetTypes()).map((field) => ({
      field,
      id: `payload-${field.path.join('-')}`,
      fault: isNamedBy(this.fault()?.field ?? null, field) ? (this.fault()?.message ?? null) : null,
    })),
  );

  protected answersOf({ value }: PayloadField): VisitAnswers {
    return (value ?? {}) as VisitAnswers;
  }

  protected groupsOf(field: PayloadField): ReturnType<typeof shownGroups> {
    return shownGroups(this.form(), this.answersOf(field));
  }

  /** What was ticked, in the form's words: to be read. */
  protected answerWords(field: PayloadField): { label: string; words: string }[] {
    const answers = this.answersOf(field);
    return this.groupsOf(field).flatMap(({ group }) => {
      const ticked = group.choices.filter(({ key }) => answers[group.key]?.includes(key));
      return ticked.length === 0
        ? []
        : [{ label: group.label, words: ticked.map(({ label }) => label).join(', ') }];
    });
  }

  /** Answers of groups that the form does not show: it was changed since. */
  protected unknownAnswers(field: PayloadField): string {
    const shown = new Set(this.groupsOf(field).map(({ group }) => group.key));
    return Object.entries(this.answersOf(field))
      .filter(([key]) => !shown.has(key))
      .map(([key, ticked]) => `${key} (${ticked.join(', ')})`)
      .join(', ');
  }

  protected type(field: PayloadField, text: string): void {
    this.payload.set(withValue(this.payload(), field.path, typedValue(field, text)));
  }

  protected toggle(field: PayloadField, { group, choice }: ChoiceToggle): void {
    const answers = toggleChoice(this.form(), this.answersOf(field), group, choice);
    const value = Object.keys(answers).length === 0 ? null : answers;
    this.payload.set(withValue(this.payload(), field.path, value));
  }

  protected remove({ path }: PayloadField): void {
    this.payload.set(withoutValue(this.payload(), path));
  }
}
