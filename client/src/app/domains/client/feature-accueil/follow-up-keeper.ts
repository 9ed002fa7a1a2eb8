import { ErrorHandler, inject, Injectable } from '@angular/core';
import { MatSnackBar, MatSnackBarConfig } from '@angular/material/snack-bar';
import { spokenDay } from '../../shared/ui/french-day-adapter.ts';
import { FollowUpRecorder } from '../data/follow-up-recorder.ts';
import { accueilMessages } from '../ui/accueil-messages.ts';

/** Long enough to read the day and to take it back. */
const SNACK_TIME = 8000;

export interface FollowUpSubject {
  id: string;
  name: string;
  /** The day that was kept before, `yyyy-mm-dd`. */
  before: string | null;
}

/** Keeps a « date de revoir », says which day it is, and takes it back when asked. */
@Injectable({ providedIn: 'root' })
export class FollowUpKeeper {
  private readonly recorder = inject(FollowUpRecorder);
  private readonly snacks = inject(MatSnackBar);
  private readonly errors = inject(ErrorHandler);

  async keep({ id, name, before }: FollowUpSubject, day: string | null): Promise<void> {
    try {
      const refused = await this.recorder.record(id, day);
      if (refused !== null) {
        this.say(refused.message);
        return;
      }
      const words =
        day === null ? accueilMessages.againTaken(name) : accueilMessages.againSaved(name, spokenDay(day));
      this.say(words, accueilMessages.cancel)
        .onAction()
        .subscribe(() => void this.takeBack(id, before));
    } catch (error) {
      this.say(accueilMessages.againNotSaved);
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
