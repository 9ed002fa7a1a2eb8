import { inject, Injectable } from '@angular/core';
import { MatDialog, MatDialogConfig } from '@angular/material/dialog';
import { ConfirmDialog, type Question } from './confirm-dialog.ts';

/** Asks before something is done that cannot be taken back. */
@Injectable({ providedIn: 'root' })
export class Confirmer {
  private readonly dialogs = inject(MatDialog);

  /** True for a yes; Escape and a click beside it are a no. */
  ask(question: Question): Promise<boolean> {
    const config = Object.assign(new MatDialogConfig<Question>(), {
      data: question,
      width: '460px',
      autoFocus: '.no',
      enterAnimationDuration: 0,
    });
    const dialog = this.dialogs.open<ConfirmDialog, Question, boolean>(ConfirmDialog, config);
    return new Promise((resolve) => {
      dialog.afterClosed().subscribe((answer) => {
        resolve(answer === true);
      });
    });
  }
}
