import { Component, computed, ErrorHandler, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { cardField, type CardFieldName, type Client, fold, normaliseValue } from '@tournee/graphql';
import { ReferenceStore } from '../../shared/data/reference-store.ts';
import { SessionStore } from '../../shared/data/session-store.ts';
import { SyncStore } from '../../shared/data/sync-store.ts';
import { ChangeRequestRecorder } from '../data/change-request-recorder.ts';
import { changeRequestMessages } from '../ui/change-request-messages.ts';
import { CHANGE_GROUPS, fieldState, keptValue, typedValue, type TypedValues } from '../util/change-fields.ts';

export interface ChangeRequestDialogData {
  client: Client;
  name: string;
}

/** « Demande de modification »: the fields to change, each with its value of today, and the mail as it will be read. */
@Component({
  selector: 'app-change-request-dialog',
  imports: [MatDialogModule],
  templateUrl: './change-request-dialog.html',
  styleUrls: ['../../shared/ui/dialog-frame.css', './change-request-dialog.css'],
  host: { '(keydown.control.enter)': 'send()', '(keydown.meta.enter)': 'send()' },
})
export class ChangeRequestDialog {
  protected readonly data = inject<ChangeRequestDialogData>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<ChangeRequestDialog, boolean>>(MatDialogRef);
  private readonly recorder = inject(ChangeRequestRecorder);
  private readonly references = inject(ReferenceStore);
  private readonly errors = inject(ErrorHandler);
  private readonly user = inject(SessionStore).user;
  private readonly link = inject(SyncStore).link;

  protected readonly messages = changeRequestMessages;
  protected readonly isOffline = computed(() => this.link() === 'offline');
  protected readonly fieldQuery = signal('');
  /** The fields that are ticked, with what is typed. */
  protected readonly typed = signal<TypedValues>({});
  protected readonly isAsked = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected readonly groups = computed(() => {
    const query = fold(this.fieldQuery().trim());
    return CHANGE_GROUPS.map(({ title, fields }) => ({
      title,
      fields: fields
        .map((field) => ({ field, label: cardField(field).label, isOn: this.typed()[field] !== undefined }))
        .filter(({ label }) => fold(label).includes(query)),
    })).filter(({ fields }) => fields.length > 0);
  });
  protected readonly rows = computed(() =>
    (Object.entries(this.typed()) as [CardFieldName, string][]).map(([field, value]) => ({
      field,
      value,
      label: cardField(field).label,
      now: this.shownValue(field, this.data.client[field] ?? null),
      options: this.references.options(columnOf(field)),
      ...fieldState(field, value, this.data.client),
    })),
  );
  protected readonly wrong = computed(() => this.rows().filter(({ fault }) => fault !== null).length);
  protected readonly mail = computed(() => {
    const { client } = this.data;
    const name = client.nomClient;
    return {
      object: changeRequestMessages.mailObject(client.id, name),
      body: changeRequestMessages.mailBody(this.user()?.nomAffiche ?? '', client.id, name),
      lines: this.rows().map(({ field, label, now, value, fault }) => ({
        isWrong: fault !== null,
        text:
          fault === null
            ? changeRequestMessages.mailLine(label, now, this.shownValue(field, normaliseValue(value)))
            : changeRequestMessages.toCorrect(label),
      })),
    };
  });

  protected search(event: Event): void {
    this.fieldQuery.set((event.target as HTMLInputElement).value);
  }

  protected toggle(field: CardFieldName): void {
    if (this.typed()[field] === undefined) {
      const value = typedValue(field, this.data.client[field] ?? null);
      this.typed.update((typed) => ({ ...typed, [field]: value }));
      setTimeout(() => document.getElementById(`change-${field}`)?.focus());
    } else {
      this.typed.update(({ [field]: _, ...typed }) => typed);
      // The button that took it away went with it.
      document.getElementById('change-search')?.focus();
    }
  }

  protected type(field: CardFieldName, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLSelectElement;
    this.typed.update((typed) => ({ ...typed, [field]: value }));
    this.problem.set(null);
  }

  protected async send(): Promise<void> {
    this.isAsked.set(true);
    const wrong = this.rows().find(({ fault }) => fault !== null);
    if (this.rows().length === 0 || wrong !== undefined) {
      document.getElementById(wrong === undefined ? 'change-search' : `change-${wrong.field}`)?.focus();
      return;
    }
    const changes = this.rows().map(({ field, value }) => {
      const from = normaliseValue(this.data.client[field] ?? null);
      return [field, { from, to: keptValue(field, value) ?? null }] as const;
    });
    try {
      const refused = await this.recorder.record(this.data.client.id, {
        changes: Object.fromEntries(changes),
      });
      if (refused === null) this.dialog.close(true);
      else this.problem.set(refused.message);
    } catch (error) {
      this.problem.set(changeRequestMessages.notKept);
      this.errors.handleError(error);
    }
  }

  private shownValue(field: CardFieldName, value: string | number | null): string {
    if (value === null) return changeRequestMessages.empty;
    const text = typedValue(field, value);
    return cardField(field).kind === 'code' ? this.references.label(columnOf(field), text) : text;
  }
}

/** `cFamClient` → `c_fam_client`: lists bear the name of the column that they feed. */
function columnOf(field: CardFieldName): string {
  return field.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`);
}
