import { Component, computed, input, linkedSignal } from '@angular/core';
import type { VisitAnswers, VisitForm } from '@tournee/graphql';
import { shownGroups, toggleChoice } from '../../shared/ui/visit-answers.ts';
import { type ChoiceToggle, VisitChoices } from '../../shared/ui/visit-choices.ts';
import { settingListMessages } from './setting-messages.ts';

/** The form as a rep will see it, with the very pieces of his dialog: ticking a choice opens what it opens for him. */
@Component({
  selector: 'app-visit-form-preview',
  imports: [VisitChoices],
  template: `
    <h4 class="label">{{ messages.preview }}</h4>
    @for (shown of groups(); track shown.group.key) {
      <app-visit-choices
        [class.nest]="shown.depth > 0"
        [style.--depth]="shown.depth"
        [group]="shown.group"
        [answers]="answers()"
        [fault]="null"
        (toggled)="toggle($event)"
      />
    } @empty {
      <p class="hint">{{ messages.noGroup }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      align-content: start;
      padding: var(--space-3) var(--space-4) var(--space-4);
      border: 1px dashed var(--line-chip);
      border-radius: var(--radius);
      gap: var(--space-4);
    }

    h4 {
      margin: 0;
      color: var(--ink-3);
    }

    .nest {
      padding-left: var(--space-3);
      border-left: 2px solid var(--accent-line);
      margin-top: calc(-1 * var(--space-2));
      margin-left: calc((var(--depth) - 1) * 14px);
    }
  `,
})
export class VisitFormPreview {
  readonly form = input.required<VisitForm>();

  protected readonly messages = settingListMessages;
  /** Ticks are tried out here and go nowhere. */
  protected readonly answers = linkedSignal<VisitForm, VisitAnswers>({
    source: this.form,
    computation: (_, previous) => previous?.value ?? {},
  });
  protected readonly groups = computed(() => shownGroups(this.form(), this.answers()));

  protected toggle({ group, choice }: ChoiceToggle): void {
    this.answers.set(toggleChoice(this.form(), this.answers(), group, choice));
  }
}
