import { Component, computed, ErrorHandler, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { FleetCount } from '@tournee/graphql';
import { FleetRecorder } from '../data/fleet-recorder.ts';
import { fleetMessages } from '../ui/fleet-messages.ts';

export interface FleetDialogData {
  clientId: string;
  name: string;
  fleet: readonly FleetCount[] | null;
}

const COUNT = /^\d{0,5}$/;

/** « Type de parc »: a number for each type of the settings; what was counted under a former type stays in sight. */
@Component({
  selector: 'app-fleet-dialog',
  imports: [MatDialogModule],
  templateUrl: './fleet-dialog.html',
  styleUrls: ['../../shared/ui/dialog-frame.css', './fleet-dialog.css'],
  host: { '(keydown.control.enter)': 'save()', '(keydown.meta.enter)': 'save()' },
})
export class FleetDialog {
  protected readonly data = inject<FleetDialogData>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<FleetDialog, boolean>>(MatDialogRef);
  private readonly recorder = inject(FleetRecorder);
  private readonly errors = inject(ErrorHandler);

  protected readonly messages = fleetMessages;
  protected readonly problem = signal<string | null>(null);
  private readonly typed = signal<Readonly<Record<string, string>>>({});
  protected readonly rows = computed(() =>
    this.recorder.types().map(({ key, label }) => {
      const kept = this.data.fleet?.find(({ type }) => type === key)?.count ?? 0;
      const text = this.typed()[key] ?? (kept === 0 ? '' : String(kept));
      return { key, label, text, isWrong: !COUNT.test(text.trim()) };
    }),
  );
  protected readonly former = computed(() => {
    const known = new Set(this.recorder.types().map(({ key }) => key));
    return (this.data.fleet ?? []).filter(({ type, count }) => count > 0 && !known.has(type));
  });

  protected type(key: string, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.typed.update((typed) => ({ ...typed, [key]: value }));
    this.problem.set(null);
  }

  protected async save(): Promise<void> {
    const wrong = this.rows().find(({ isWrong }) => isWrong);
    if (wrong !== undefined) {
      this.problem.set(fleetMessages.wrong);
      document.getElementById(`fleet-${wrong.key}`)?.focus();
      return;
    }
    const counts = this.rows()
      .map(({ key, text }) => ({ type: key, count: Number(text.trim() || '0') }))
      .filter(({ count }) => count > 0);
    try {
      const refused = await this.recorder.record(this.data.clientId, { counts });
      if (refused === null) this.dialog.close(true);
      else this.problem.set(refused.message);
    } catch (error) {
      this.problem.set(fleetMessages.notSaved);
      this.errors.handleError(error);
    }
  }
}
