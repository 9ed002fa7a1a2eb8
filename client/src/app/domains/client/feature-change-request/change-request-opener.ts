import { inject, Injectable } from '@angular/core';
import { MatDialog, MatDialogConfig } from '@angular/material/dialog';
import { MatSnackBar, MatSnackBarConfig } from '@angular/material/snack-bar';
import { SyncStore } from '../../shared/data/sync-store.ts';
import { changeRequestMessages } from '../ui/change-request-messages.ts';
import type { ChangeRequestDialogData } from './change-request-dialog.ts';

const SNACK_TIME = 5000;

/** Opens « Demande de modification »; the window is loaded when first needed. */
@Injectable({ providedIn: 'root' })
export class ChangeRequestOpener {
  private readonly dialogs = inject(MatDialog);
  private readonly snacks = inject(MatSnackBar);
  private readonly link = inject(SyncStore).link;

  async open(data: ChangeRequestDialogData): Promise<void> {
    const { ChangeRequestDialog } = await import('./change-request-dialog.ts');
    if (this.dialogs.openDialogs.length > 0) return;
    const config = Object.assign(new MatDialogConfig<ChangeRequestDialogData>(), {
      data,
      width: '1128px',
      height: '644px',
      maxHeight: 'calc(100vh - 48px)',
      autoFocus: '#change-search',
      enterAnimationDuration: 0,
    });
    const dialog = this.dialogs.open<unknown, ChangeRequestDialogData, boolean>(ChangeRequestDialog, config);
    dialog.afterClosed().subscribe((isSent) => {
      if (!isSent) return;
      const words =
        this.link() === 'offline' ? changeRequestMessages.sentOffline : changeRequestMessages.sent;
      this.snacks.open(words, undefined, Object.assign(new MatSnackBarConfig(), { duration: SNACK_TIME }));
    });
  }
}
