import { inject, Injectable } from '@angular/core';
import { MatDialog, MatDialogConfig } from '@angular/material/dialog';
import { MatSnackBar, MatSnackBarConfig } from '@angular/material/snack-bar';
import { SyncStore } from '../../shared/data/sync-store.ts';
import { VisitRecorder } from '../data/visit-recorder.ts';
import { visitMessages } from '../ui/client-messages.ts';
import type { VisitDialogData } from './visit-dialog.ts';

const SNACK_TIME = 5000;

/** Opens « Visite ce jour » over any page of the client domain; the dialog itself is loaded when first needed. */
@Injectable({ providedIn: 'root' })
export class VisitDialogOpener {
  private readonly dialogs = inject(MatDialog);
  private readonly snacks = inject(MatSnackBar);
  private readonly recorder = inject(VisitRecorder);
  private readonly link = inject(SyncStore).link;
  private isOpening = false;

  async open(about: Omit<VisitDialogData, 'draft'>): Promise<void> {
    if (this.isOpening || this.dialogs.openDialogs.length > 0) return;
    this.isOpening = true;
    try {
      const [{ VisitDialog }, draft] = await Promise.all([
        import('./visit-dialog.ts'),
        this.recorder.draft(about.subject),
      ]);
      const config = Object.assign(new MatDialogConfig<VisitDialogData>(), {
        data: { ...about, draft },
        width: '860px',
        maxHeight: 'calc(100vh - 48px)',
        autoFocus: focusOf(about.refused?.reason.field ?? null),
        // Focus comes after the animation: a rep who types at once would lose his first letters to it.
        enterAnimationDuration: 0,
      });
      const dialog = this.dialogs.open<InstanceType<typeof VisitDialog>, VisitDialogData, boolean>(
        VisitDialog,
        config,
      );
      dialog.afterClosed().subscribe((isSaved) => {
        if (isSaved) this.confirm();
      });
    } finally {
      this.isOpening = false;
    }
  }

  private confirm(): void {
    const words = this.link() === 'offline' ? visitMessages.savedOffline : visitMessages.saved;
    this.snacks.open(words, undefined, Object.assign(new MatSnackBarConfig(), { duration: SNACK_TIME }));
  }
}

/** A correction begins in the field at fault. */
function focusOf(field: string | null): string {
  if (field === 'date') return '#visit-date';
  return field === 'heure' ? '#visit-hour' : '#visit-comment';
}
