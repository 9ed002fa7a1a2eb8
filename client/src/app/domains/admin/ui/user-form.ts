import { Component, computed, ElementRef, inject, input, model, output } from '@angular/core';
import type { UserDraft } from '../util/user-draft.ts';
import { ROLES } from '../util/user-table.ts';
import { userMessages } from './user-messages.ts';

/** Why the hub refused, and at which field. */
export interface FormFault {
  readonly field: string | null;
  readonly message: string;
}

interface FormField {
  readonly name: keyof UserDraft;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'email';
  /** A field without choices is typed. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

const FIELDS: readonly FormField[] = [
  { name: 'nomAffiche', label: userMessages.name },
  { name: 'userWindows', label: userMessages.userWindows, hint: userMessages.userWindowsHint },
  { name: 'mail', label: userMessages.mail, type: 'email' },
  { name: 'cUser', label: userMessages.cUser, hint: userMessages.cUserHint },
  {
    name: 'role',
    label: userMessages.role,
    choices: ROLES.map((value) => ({ value, label: userMessages.roles[value] })),
  },
  {
    name: 'scopeKind',
    label: userMessages.scope,
    choices: (['rep', 'agence', 'tous'] as const).map((value) => ({
      value,
      label: userMessages.scopes[value],
    })),
  },
  { name: 'cReps', label: userMessages.reps, hint: userMessages.repsHint },
  { name: 'cAgence', label: userMessages.agency, hint: userMessages.agencyHint },
];

/** A line of the « table de correspondance » in fields. What is right is the hub's to say: its fault stands at the field. */
@Component({
  selector: 'app-user-form',
  templateUrl: './user-form.html',
  styleUrl: './user-form.css',
})
export class UserForm {
  readonly draft = model.required<UserDraft>();
  readonly fault = input.required<FormFault | null>();
  readonly save = output();

  protected readonly fields = FIELDS;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  /** A fault that no field shows. */
  protected readonly general = computed(() => {
    const fault = this.fault();
    if (fault === null || FIELDS.some(({ name }) => name === fault.field)) return null;
    return fault.message;
  });

  /** Puts the cursor where the hub found fault. */
  focus(field: string): void {
    this.host.nativeElement.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
  }

  protected faultOf(field: keyof UserDraft): string | null {
    const fault = this.fault();
    return fault?.field === field ? fault.message : null;
  }

  protected set(field: keyof UserDraft, value: string): void {
    this.draft.update((draft) => ({ ...draft, [field]: value }));
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.save.emit();
  }
}
