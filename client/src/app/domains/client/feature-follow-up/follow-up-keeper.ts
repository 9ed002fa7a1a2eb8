import { ErrorHandler, inject, Injectable } from '@angular/core';
import { MatDialog, MatDialogConfig } from '@angular/material/dialog';
import { MatSnackBar, MatSnackBarConfig } from '@angular/material/snack-bar';
import { spokenDay } from '../../shared/ui/french-day-adapter.ts';
import { FollowUpRecorder } from '../data/follow-up-recorder.ts';
import { followUpMessages } from '../ui/follow-up-messages.ts';
import type { FollowUpDialogData } from './follow-up-dialog.ts';

/** Long enough to read the day and to take it back. */
const SNACK_TIME = 8000;

export interface FollowUpSubject {
  id: string;
  name: string;
  /** The day that is kept now, `yyyy-mm-dd`. */
  before: string | null;
}

/** Keeps a « date de revoir », says which day it is, and takes it back when asked. */
@Injectable({ providedIn: 'root' })
export class FollowUpKeeper {
  private readonly recorder = inject(FollowUpRecorder);
  private readonly dialogs = inject(MatDialog);
  private readonly snacks = inject(MatSnackBar);
  private readonly errors = inject(ErrorHandler);

  /** Lets the user choose any day. @param day to begin with; null for that of today's choices */
  async ask(subject: FollowUpSubject, day: string | null): Promise<void> {
    const { FollowUpDialog } = await import('./follow-up-dialog.ts');
    const config = Object.assign(new MatDialogConfig<FollowUpDialogData>(), {
      data: { name: subject.name, before: subject.before, day },
      width: '460px',
      autoFocus: '#follow-up-day',
      enterAnimationDuration: 0,
    });
    const dialog = this.dialogs.open<unknown, FollowUpDialogData, { day: string | null }>(
      FollowUpDialog,
      config,
    );
    dialog.afterClosed().subscribe((answer) => {
      if (answer !== undefined) void this.keep(subject, answer.day);
    });
  }

  async keep({ id, name, before }: FollowUpSubject, day: string | null): Promise<void> {
    try {
      const refused = await this.recorder.record(id, day);
      if (refused !== null) {
        this.say(refused.message);
        return;
      }
      const words =
        day === null ? followUpMessages.taken(name) : followUpMessages.saved(name, spokenDay(day));
      this.say(words, followUpMessages.cancel)
        .onAction()
        .subscribe(() => void this.takeBack(id, before));
    } catch (error) {
      this.say(followUpMessages.notSaved);
      this.errors.handleError(error);
    }
  }

  /** The day from before may be past by now: then it is said that it cannot be kept again. */
  private async takeBack(id: string, before: string | null): Promise<void> {
    const refused = await this.recorder.record(id, before);
    if (refused !== null) this.say(refused.message);
  }

  private say(words: string, action?: string) {
    return this.snacks.open(words, action, Object.assign(new MatSnackBarConfig(), { duration: SNACK_TIME }));
  }
}
