import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';

/** A question that wants a yes before something is done that cannot be taken back. */
export interface Question {
  readonly title: string;
  /** What happens, one paragraph each. */
  readonly lines: readonly string[];
  /** The button that does it. */
  readonly yes: string;
  readonly no: string;
}

/** Closes with true for a yes. The focus starts on « no »: Enter pressed once too often does nothing. */
@Component({
  selector: 'app-confirm-dialog',
  imports: [MatDialogModule],
  template: `
    <h2 mat-dialog-title>{{ question.title }}</h2>
    <mat-dialog-content>
      @for (line of question.lines; track line) {
        <p>{{ line }}</p>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button type="button" class="button no" [mat-dialog-close]="false">{{ question.no }}</button>
      <button type="button" class="button main" [mat-dialog-close]="true">{{ question.yes }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    p + p {
      margin-top: var(--space-2);
    }

    mat-dialog-actions {
      padding: var(--space-3) 24px 20px;
      gap: var(--space-2);
    }
  `,
})
export class ConfirmDialog {
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
}
