import { Component, computed, input, model } from '@angular/core';
import {
  COMMENT_MAX_LENGTH,
  type OperationReason,
  type VisitForm,
  type VisitPayload,
} from '@tournee/graphql';
import { shownGroups, toggleChoice } from '../../shared/ui/visit-answers.ts';
import { type ChoiceToggle, VisitChoices } from '../../shared/ui/visit-choices.ts';
import { visitMessages } from './client-messages.ts';
import { VisitWhen } from './visit-when.ts';

/** From how many characters before the end on the rest is counted down. */
const COUNTED_DOWN = 500;

/** The fields of « Visite ce jour ». They know one visit as it stands and say what it becomes; they keep nothing. */
@Component({
  selector: 'app-visit-fields',
  imports: [VisitChoices, VisitWhen],
  templateUrl: './visit-fields.html',
  styleUrl: './visit-fields.css',
})
export class VisitFields {
  readonly form = input.required<VisitForm>();
  readonly visit = model.required<VisitPayload>();
  readonly earliest = input.required<string>();
  readonly latest = input.required<string>();
  readonly fault = input.required<OperationReason | null>();

  protected readonly messages = visitMessages;
  protected readonly maxLength = COMMENT_MAX_LENGTH;
  protected readonly answers = computed(() => this.visit().answers ?? {});
  protected readonly groups = computed(() => shownGroups(this.form(), this.answers()));
  protected readonly commentFault = computed(() => {
    const fault = this.fault();
    return fault?.field === 'commentaire' ? fault.message : null;
  });
  protected readonly lettersLeft = computed(() => {
    const left = COMMENT_MAX_LENGTH - this.visit().commentaire.length;
    return left <= COUNTED_DOWN ? visitMessages.commentLeft(left) : '';
  });

  protected change(changes: Partial<VisitPayload>): void {
    this.visit.update((visit) => ({ ...visit, ...changes }));
  }

  protected toggle({ group, choice }: ChoiceToggle): void {
    const answers = toggleChoice(this.form(), this.answers(), group, choice);
    this.change({ answers: Object.keys(answers).length === 0 ? null : answers });
  }

  protected typeComment(event: Event): void {
    this.change({ commentaire: (event.target as HTMLTextAreaElement).value });
  }
}
