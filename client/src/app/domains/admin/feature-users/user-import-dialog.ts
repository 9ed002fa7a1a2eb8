import { Component, computed, inject } from '@angular/core';
import { MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { UserImportStore } from '../data/user-import-store.ts';
import { UserImportReport } from '../ui/user-import-report.ts';
import { userImportMessages } from '../ui/user-messages.ts';

/** Loads a table of users from a file: choose, see what would happen, then do it. Closes with true when it was done. */
@Component({
  selector: 'app-user-import-dialog',
  imports: [MatDialogModule, UserImportReport],
  providers: [UserImportStore],
  templateUrl: './user-import-dialog.html',
  styleUrl: './user-import-dialog.css',
})
export class UserImportDialog {
  protected readonly store = inject(UserImportStore);
  private readonly dialog = inject<MatDialogRef<UserImportDialog, boolean>>(MatDialogRef);

  protected readonly messages = userImportMessages;
  protected readonly isBusy = computed(() => ['checking', 'importing'].includes(this.store.step()));
  /** There is something that the file would change. */
  protected readonly isWorthIt = computed(() => {
    const report = this.store.report();
    return this.store.step() === 'checked' && report !== null && report.added + report.updated > 0;
  });

  protected choose(input: HTMLInputElement): void {
    const file = input.files?.[0];
    if (file) void this.store.check(file);
    // The same file may be chosen again once it was mended.
    input.value = '';
  }

  protected close(): void {
    this.dialog.close(this.store.step() === 'done');
  }
}
