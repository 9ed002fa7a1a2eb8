import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { operationMessages } from '../ui/operation-messages.ts';

export interface GiveUpDialogData {
  title: string;
  name: string;
}

/** Asks before a refused operation is let go. */
@Component({
  selector: 'app-give-up-dialog',
  imports: [MatDialogModule],
  template: `
    <h2 mat-dialog-title>{{ messages.giveUpTitle }}</h2>
    <mat-dialog-content>
      <p>{{ messages.giveUpQuestion(data.title, data.name) }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button type="button" class="button" mat-dialog-close>{{ messages.cancel }}</button>
      <button type="button" class="button main" [mat-dialog-close]="true">{{ messages.giveUp }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    mat-dialog-actions {
      padding: var(--space-3) 24px 20px;
      gap: var(--space-2);
    }
  `,
})
export class GiveUpDialog {
  protected readonly data = inject<GiveUpDialogData>(MAT_DIALOG_DATA);
  protected readonly messages = operationMessages;
}
