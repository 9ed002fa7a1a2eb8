import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatSnackBar, MatSnackBarConfig } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { SettingStore } from '../../shared/data/setting-store.ts';
import { Confirmer } from '../../shared/ui/confirmer.ts';
import { momentWords } from '../../shared/ui/moment-words.ts';
import { AdminItem } from '../data/admin-item.ts';
import type { AdminProblem } from '../data/admin-problem.ts';
import { IntegrationErrorRequests } from '../data/integration-error-requests.ts';
import { tableMessages } from '../ui/admin-messages.ts';
import { IntegrationErrorClosing } from '../ui/integration-error-closing.ts';
import { IntegrationErrorHistory } from '../ui/integration-error-history.ts';
import { integrationErrorMessages } from '../ui/integration-error-messages.ts';
import { PayloadEditor } from '../ui/payload-editor.ts';
import { payloadMessages } from '../ui/payload-messages.ts';
import { ProblemNotice } from '../ui/problem-notice.ts';

const SNACK_MS = 5000;

/** One operation that was not integrated: why, what it says, what happened; corrected and replayed, or closed. */
@Component({
  selector: 'app-integration-error-page',
  imports: [IntegrationErrorClosing, IntegrationErrorHistory, PayloadEditor, ProblemNotice, RouterLink],
  templateUrl: './integration-error-page.html',
  styleUrl: './integration-error-page.css',
  host: { '(window:beforeunload)': 'warn($event)' },
})
export class IntegrationErrorPage {
  /** Name of the operation, from the address. */
  readonly id = input.required<string>();

  private readonly requests = inject(IntegrationErrorRequests);
  private readonly confirmer = inject(Confirmer);
  private readonly snacks = inject(MatSnackBar);
  private readonly settings = inject(SettingStore);

  protected readonly error = new AdminItem(this.id, (id) => this.requests.find(id));
  protected readonly messages = { ...tableMessages, ...payloadMessages, ...integrationErrorMessages };
  protected readonly form = this.settings.visitForm;
  protected readonly fleetTypes = this.settings.fleetTypes;
  protected readonly moment = momentWords;
  /** The payload with what was corrected here. */
  protected readonly payload = linkedSignal<unknown>(() => this.error.item()?.payload ?? null);
  protected readonly isCorrected = computed(
    () => JSON.stringify(this.payload()) !== JSON.stringify(this.error.item()?.payload ?? null),
  );
  /** Why the last change was not made, in the hub's words. */
  protected readonly problem = signal<AdminProblem | null>(null);
  protected readonly about = computed(() => {
    const error = this.error.item();
    if (error === null) return '';
    const what =
      error.entityType === 'client' ? payloadMessages.client(error.entityId) : payloadMessages.prospect;
    return error.entityLabel ? `${what} · ${error.entityLabel}` : what;
  });

  async canLeave(): Promise<boolean> {
    if (!this.isCorrected()) return true;
    return this.confirmer.ask({
      title: integrationErrorMessages.leaveTitle,
      lines: integrationErrorMessages.leaveLines,
      yes: integrationErrorMessages.leaveYes,
      no: integrationErrorMessages.leaveNo,
    });
  }

  protected async replay(): Promise<void> {
    const payload = this.isCorrected() ? this.payload() : null;
    this.problem.set(await this.error.change((id) => this.requests.replay(id, payload)));
    if (this.problem() !== null) return;
    const isIntegrated = this.error.item()?.state === 'resolved';
    this.say(isIntegrated ? integrationErrorMessages.replayed : integrationErrorMessages.refusedAgain);
  }

  protected async close(note: string): Promise<void> {
    this.problem.set(await this.error.change((id) => this.requests.close(id, note)));
    if (this.problem() === null) this.say(integrationErrorMessages.closedWords);
  }

  protected async reopen(): Promise<void> {
    this.problem.set(await this.error.change((id) => this.requests.reopen(id)));
    if (this.problem() === null) this.say(integrationErrorMessages.reopenedWords);
  }

  protected reset(): void {
    this.payload.set(this.error.item()?.payload ?? null);
  }

  protected warn(event: Event): void {
    if (this.isCorrected()) event.preventDefault();
  }

  private say(words: string): void {
    this.snacks.open(words, undefined, Object.assign(new MatSnackBarConfig(), { duration: SNACK_MS }));
  }
}
