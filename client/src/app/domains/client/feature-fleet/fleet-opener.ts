import { inject, Injectable } from '@angular/core';
import { MatDialog, MatDialogConfig } from '@angular/material/dialog';
import { MatSnackBar, MatSnackBarConfig } from '@angular/material/snack-bar';
import { fleetMessages } from '../ui/fleet-messages.ts';
import type { FleetDialogData } from './fleet-dialog.ts';

const SNACK_TIME = 5000;

/** Opens « Type de parc »; the window is loaded when first needed. */
@Injectable({ providedIn: 'root' })
export class FleetOpener {
  private readonly dialogs = inject(MatDialog);
  private readonly snacks = inject(MatSnackBar);

  async open(data: FleetDialogData): Promise<void> {
    const { FleetDialog } = await import('./fleet-dialog.ts');
    if (this.dialogs.openDialogs.length > 0) return;
    const config = Object.assign(new MatDialogConfig<FleetDialogData>(), {
      data,
      width: '400px',
      maxHeight: 'calc(100vh - 48px)',
      autoFocus: 'input',
      enterAnimationDuration: 0,
    });
    const dialog = this.dialogs.open<unknown, FleetDialogData, boolean>(FleetDialog, config);
    dialog.afterClosed().subscribe((isSaved) => {
      const snack = Object.assign(new MatSnackBarConfig(), { duration: SNACK_TIME });
      if (isSaved) this.snacks.open(fleetMessages.saved, undefined, snack);
    });
  }
}
