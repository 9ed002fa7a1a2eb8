import { inject, Injectable, Injector } from '@angular/core';
import { MatDialog, MatDialogConfig } from '@angular/material/dialog';
import { MatSnackBar, MatSnackBarConfig } from '@angular/material/snack-bar';
import type { Operation } from '@tournee/graphql';
import { OPERATION_FORMS } from '../../shared/data/operation-forms.ts';
import { SendingStore } from '../data/sending-store.ts';
import { operationMessages } from '../ui/operation-messages.ts';
import { sendingWords } from '../ui/sending-words.ts';
import type { CorrectionDialogData } from './correction-dialog.ts';
import type { GiveUpDialogData } from './give-up-dialog.ts';

const SNACK_TIME = 5000;

/** What the buttons of « Envois » do, with the dialogs they open. */
@Injectable()
export class SendingActions {
  private readonly store = inject(SendingStore);
  private readonly forms = inject(OPERATION_FORMS);
  private readonly injector = inject(Injector);
  private readonly dialogs = inject(MatDialog);
  private readonly snacks = inject(MatSnackBar);

  /** Opens the operation's own form; a plain form of its fields where it has none. */
  async correct(operation: Operation, name: string): Promise<void> {
    const form = this.forms.find(({ codes }) => codes.includes(operation.code));
    if (form !== undefined) {
      const corrector = this.injector.get(await form.load());
      await corrector.correct(operation, name);
      return;
    }
    const { CorrectionDialog } = await import('./correction-dialog.ts');
    const data: CorrectionDialogData = { operation, name };
    const isSent = await this.ask(CorrectionDialog, data, '560px', 'first-tabbable');
    if (isSent) this.say(operationMessages.corrected);
  }

  async settle(operation: Operation, field: string, isMine: boolean): Promise<void> {
    if (await this.store.settle(operation, field, isMine)) this.say(operationMessages.settled);
  }

  /** A refused operation is let go only when its author says so twice. */
  async giveUp(operation: Operation, name: string): Promise<void> {
    const { GiveUpDialog } = await import('./give-up-dialog.ts');
    const data: GiveUpDialogData = { title: sendingWords(operation).title, name };
    if (!(await this.ask(GiveUpDialog, data, '460px', 'dialog'))) return;
    await this.store.giveUp(operation.id);
    this.say(operationMessages.givenUp);
  }

  private async ask(
    dialog: new () => unknown,
    data: CorrectionDialogData | GiveUpDialogData,
    width: string,
    autoFocus: string,
  ): Promise<boolean> {
    const config = Object.assign(new MatDialogConfig<CorrectionDialogData | GiveUpDialogData>(), {
      data,
      width,
      maxHeight: 'calc(100vh - 48px)',
      autoFocus,
      enterAnimationDuration: 0,
      injector: this.injector,
    });
    const opened = this.dialogs.open<unknown, CorrectionDialogData | GiveUpDialogData, boolean>(
      dialog,
      config,
    );
    return new Promise((resolve) => {
      opened.afterClosed().subscribe((isYes) => {
        resolve(isYes === true);
      });
    });
  }

  private say(words: string): void {
    this.snacks.open(words, undefined, Object.assign(new MatSnackBarConfig(), { duration: SNACK_TIME }));
  }
}
