import { Component, computed, DestroyRef, DOCUMENT, ErrorHandler, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { type OperationReason, parisHour, type VisitPayload } from '@tournee/graphql';
import { SettingStore } from '../../shared/data/setting-store.ts';
import { SyncStore } from '../../shared/data/sync-store.ts';
import { clockDiffers } from '../../shared/ui/clock-words.ts';
import { visibleAnswers } from '../../shared/ui/visit-answers.ts';
import { VisitRecorder, type VisitSubject } from '../data/visit-recorder.ts';
import { visitMessages } from '../ui/client-messages.ts';
import { normalHour, visitFault } from '../ui/visit-draft.ts';
import { VisitFields } from '../ui/visit-fields.ts';

export interface VisitDialogData {
  subject: VisitSubject;
  name: string;
  /** Code and agency, above the name. */
  facts: string;
  draft: VisitPayload | null;
  /** The refused visit to begin with, and why it was refused; null for a new visit. */
  refused: { visit: VisitPayload; reason: OperationReason } | null;
}

const MS_PER_DAY = 86_400_000;
/** A pause in typing after which the draft is kept, in milliseconds. */
const DRAFT_PAUSE = 250;

/** « Visite ce jour »: one visit, kept as a draft from the first key on, recorded on this machine when saved. */
@Component({
  selector: 'app-visit-dialog',
  imports: [MatDialogModule, VisitFields],
  templateUrl: './visit-dialog.html',
  styleUrls: ['../../shared/ui/dialog-frame.css', './visit-dialog.css'],
  host: { '(keydown.control.enter)': 'save()', '(keydown.meta.enter)': 'save()' },
})
export class VisitDialog {
  protected readonly data = inject<VisitDialogData>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<VisitDialog, boolean>>(MatDialogRef);
  private readonly recorder = inject(VisitRecorder);
  private readonly errors = inject(ErrorHandler);
  private readonly document = inject(DOCUMENT);
  private readonly settings = inject(SettingStore);
  private readonly sync = inject(SyncStore);

  protected readonly messages = visitMessages;
  protected readonly bounds = this.recorder.bounds;
  protected readonly form = this.settings.visitForm;
  protected readonly visit = signal<VisitPayload>(this.data.draft ?? this.firstVisit());
  protected readonly fault = signal<OperationReason | null>(this.data.refused?.reason ?? null);
  protected readonly isSaving = signal(false);
  protected readonly draftState = signal<'none' | 'found' | 'kept'>(this.data.draft ? 'found' : 'none');
  protected readonly isOffline = computed(() => this.sync.link() === 'offline');
  /** Said before anything is written: the hub judges a visit by its own clock. */
  protected readonly clockWords = computed(() => {
    const offset = this.sync.clockOffset();
    return Math.abs(offset) < MS_PER_DAY ? null : clockDiffers(offset);
  });
  /** A fault that no field shows: of the whole, or of a group that the form no longer has. */
  protected readonly generalFault = computed(() => {
    const fault = this.fault();
    if (fault === null) return null;
    const shown = [
      'date',
      'heure',
      'commentaire',
      ...this.form().groups.map((group) => `answers.${group.key}`),
    ];
    return fault.field !== null && shown.includes(fault.field) ? null : fault.message;
  });

  private pause: ReturnType<typeof setTimeout> | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      void this.keepDraftNow();
    });
  }

  protected change(visit: VisitPayload): void {
    this.visit.set(visit);
    this.fault.set(null);
    this.stopPause();
    this.pause = setTimeout(() => void this.keepDraftNow(), DRAFT_PAUSE);
  }

  protected async dropDraft(): Promise<void> {
    this.stopPause();
    this.visit.set(this.firstVisit());
    this.fault.set(this.data.refused?.reason ?? null);
    this.draftState.set('none');
    await this.recorder.dropDraft(this.data.subject);
  }

  protected async save(): Promise<void> {
    if (this.isSaving()) return;
    // What a changed form no longer shows is not sent; an hour being typed is read as if one had left the field.
    const answers = visibleAnswers(this.form(), this.visit().answers ?? {});
    const visit = {
      ...this.visit(),
      heure: normalHour(this.visit().heure),
      answers: Object.keys(answers).length === 0 ? null : answers,
    };
    const fault = visitFault(visit, (payload) => this.recorder.check(payload));
    if (fault) {
      this.showFault(fault);
      return;
    }
    this.isSaving.set(true);
    try {
      const refused = await this.recorder.record(this.data.subject, visit);
      if (refused) {
        this.showFault(refused);
        return;
      }
      this.stopPause();
      await this.recorder.dropDraft(this.data.subject);
      this.dialog.close(true);
    } catch (error) {
      this.showFault({ code: 'NOT_SAVED', message: visitMessages.notSaved, field: null });
      this.errors.handleError(error);
    } finally {
      this.isSaving.set(false);
    }
  }

  private firstVisit(): VisitPayload {
    if (this.data.refused !== null) return this.data.refused.visit;
    return {
      date: this.recorder.bounds().today,
      heure: parisHour(new Date()),
      commentaire: '',
      answers: null,
    };
  }

  private showFault(fault: OperationReason): void {
    this.fault.set(fault);
    const inputs: Readonly<Record<string, string>> = {
      date: 'visit-date',
      heure: 'visit-hour',
      commentaire: 'visit-comment',
    };
    this.document.getElementById(inputs[fault.field ?? ''] ?? '')?.focus();
  }

  private stopPause(): void {
    if (this.pause !== null) clearTimeout(this.pause);
    this.pause = null;
  }

  /** Keeps what was typed since the last time; nothing when nothing was. */
  private async keepDraftNow(): Promise<void> {
    if (this.pause === null) return;
    this.stopPause();
    try {
      await this.recorder.keepDraft(this.data.subject, this.visit());
      this.draftState.set('kept');
    } catch (error) {
      this.errors.handleError(error);
    }
  }
}
