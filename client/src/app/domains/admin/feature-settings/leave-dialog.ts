import { Component } from '@angular/core';
import { MatDialogModule } from '@angular/material/dialog';
import { settingMessages } from '../ui/setting-messages.ts';

/** Asks before what is edited and not saved is lost. Closes with true to leave. */
@Component({
  selector: 'app-leave-dialog',
  imports: [MatDialogModule],
  template: `
    <h2 mat-dialog-title>{{ messages.leaveTitle }}</h2>
    <mat-dialog-content>
      <p>{{ messages.leaveText }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button type="button" class="button" [mat-dialog-close]="true">{{ messages.leave }}</button>
      <button type="button" class="button main" [mat-dialog-close]="false">{{ messages.stay }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    mat-dialog-actions {
      padding: var(--space-3) 24px 20px;
      gap: var(--space-2);
    }
  `,
})
export class LeaveDialog {
  protected readonly messages = settingMessages;
}
