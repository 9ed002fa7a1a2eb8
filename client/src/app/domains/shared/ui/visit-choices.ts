import { Component, computed, input, output } from '@angular/core';
import type { OperationReason, VisitAnswers, VisitFormGroup } from '@tournee/graphql';

export interface ChoiceToggle {
  group: VisitFormGroup;
  choice: string;
}

/**
 * A group of the visit form as chips: real radio buttons or checkboxes underneath, so that keyboard and screen reader
 * know them.
 */
@Component({
  selector: 'app-visit-choices',
  templateUrl: './visit-choices.html',
  styleUrl: './visit-choices.css',
})
export class VisitChoices {
  readonly group = input.required<VisitFormGroup>();
  readonly answers = input.required<VisitAnswers>();
  readonly fault = input.required<OperationReason | null>();
  readonly toggled = output<ChoiceToggle>();

  protected readonly ticked = computed(() => new Set(this.answers()[this.group().key]));
  protected readonly message = computed(() => {
    const fault = this.fault();
    return fault?.field === `answers.${this.group().key}` ? fault.message : null;
  });

  /** A ticked radio button can be let go: the form asks for nothing. */
  protected toggle(choice: string): void {
    this.toggled.emit({ group: this.group(), choice });
  }

  /** Browsers do nothing for Space on a ticked radio button; here it lets the choice go, as a click does. */
  protected untick(event: Event, choice: string): void {
    if (!this.ticked().has(choice)) return;
    event.preventDefault();
    this.toggle(choice);
  }
}
