import { Component, computed, DestroyRef, DOCUMENT, ErrorHandler, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { Operation, OperationReason } from '@tournee/graphql';
import { CorrectionDrafts } from '../data/correction-drafts.ts';
import { SendingStore } from '../data/sending-store.ts';
import { operationMessages } from '../ui/operation-messages.ts';
import {
  isAtFault,
  payloadFault,
  payloadFields,
  type PayloadField,
  withValues,
} from '../ui/payload-fields.ts';
import { sendingWords } from '../ui/sending-words.ts';

export interface CorrectionDialogData {
  operation: Operation;
  name: string;
}

/** A plain form of an operation's fields, for those that have no form of their own. */
@Component({
  selector: 'app-correction-dialog',
  imports: [MatDialogModule],
  templateUrl: './correction-dialog.html',
  styleUrls: ['../../shared/ui/dialog-frame.css', './correction-dialog.css'],
})
export class CorrectionDialog {
  protected readonly data = inject<CorrectionDialogData>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<CorrectionDialog, boolean>>(MatDialogRef);
  private readonly store = inject(SendingStore);
  private readonly drafts = inject(CorrectionDrafts);
  private readonly errors = inject(ErrorHandler);
  private readonly document = inject(DOCUMENT);

  protected readonly messages = operationMessages;
  protected readonly title = sendingWords(this.data.operation).title;
  protected readonly fields = signal<readonly PayloadField[]>(payloadFields(this.data.operation));
  protected readonly fault = signal<OperationReason | null>(this.data.operation.reason);
  protected readonly isDraftFound = signal(false);
  protected readonly isSaving = signal(false);
  protected readonly shown = computed(() =>
    this.fields().map((field, index) => ({
      ...field,
      id: `correction-${String(index)}`,
      fault: isAtFault(field, this.fault()) ? (this.fault()?.message ?? '') : '',
    })),
  );
  /** A fault that no field shows. */
  protected readonly generalFault = computed(() => {
    const fault = this.fault();
    return fault !== null && this.shown().every((field) => field.fault === '') ? fault.message : null;
  });
  private isTyped = false;

  constructor() {
    void this.takeUpDraft();
    inject(DestroyRef).onDestroy(() => {
      if (this.isTyped) void this.keepDraft();
    });
  }

  protected type(path: string, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.isTyped = true;
    this.fields.update((fields) =>
      fields.map((field) => (field.path === path ? { ...field, value } : field)),
    );
  }

  protected async keepDraft(): Promise<void> {
    const values = Object.fromEntries(this.fields().map(({ path, value }) => [path, value]));
    await this.drafts.keep(this.data.operation.id, values).catch((error: unknown) => {
      this.errors.handleError(error);
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSaving()) return;
    const { operation } = this.data;
    const payload = withValues(operation.payload, this.fields());
    const fault = payloadFault(operation.code, payload);
    if (fault !== null) {
      this.showFault(fault);
      return;
    }
    this.isSaving.set(true);
    try {
      if (!(await this.store.correct(operation, payload))) {
        this.showFault({ code: 'BASE_NOT_OPEN', message: operationMessages.notKept, field: null });
        return;
      }
      this.isTyped = false;
      await this.drafts.drop(operation.id);
      this.dialog.close(true);
    } catch (error) {
      this.showFault({ code: 'NOT_SAVED', message: operationMessages.notKept, field: null });
      this.errors.handleError(error);
    } finally {
      this.isSaving.set(false);
    }
  }

  private async takeUpDraft(): Promise<void> {
    const draft = await this.drafts.find(this.data.operation.id);
    if (draft === null || this.isTyped) return;
    this.fields.update((fields) =>
      fields.map((field) => ({ ...field, value: draft[field.path] ?? field.value })),
    );
    this.isDraftFound.set(true);
  }

  private showFault(fault: OperationReason): void {
    this.fault.set(fault);
    const faulty = this.shown().find((field) => field.fault !== '');
    if (faulty) this.document.getElementById(faulty.id)?.focus();
  }
}
