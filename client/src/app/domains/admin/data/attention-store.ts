import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import { HubError } from '../../shared/data/hub/hub-error.ts';
import { AdminHub } from './admin-hub.ts';
import { AskingTimer } from './asking-timer.ts';

/** What waits for an administrator, by section. */
export interface Attention {
  /** Integration errors that are open. */
  readonly erreurs: number;
  /** Mails that were refused for good, or may not have arrived. */
  readonly mails: number;
}

const COUNTS = `query AdminAttention {
  errors: adminIntegrationErrors(filter: { state: open }, pageSize: 1) { total }
  failed: adminMails(filter: { status: failed }, pageSize: 1) { total }
  uncertain: adminMails(filter: { status: uncertain }, pageSize: 1) { total }
}`;
type Counts = Record<'errors' | 'failed' | 'uncertain', { total: number }>;

/** A mail that has just been written is sent, or refused, within some seconds. */
const EVERY_MS = 15_000;

/**
 * Counts what waits for an administrator, whatever section he is in: now and then, and after each change that he makes. Not
 * while nobody looks.
 */
@Injectable()
export class AttentionStore {
  readonly #hub = inject(AdminHub);
  readonly #counts = signal<Attention>({ erreurs: 0, mails: 0 });
  readonly #timer = new AskingTimer(() => this.load());

  readonly counts = this.#counts.asReadonly();

  constructor() {
    effect(() => {
      this.#hub.changes();
      untracked(() => void this.load());
    });
  }

  async load(): Promise<void> {
    this.#timer.cancel();
    try {
      const { errors, failed, uncertain } = await this.#hub.ask<Counts>(COUNTS);
      this.#counts.set({ erreurs: errors.total, mails: failed.total + uncertain.total });
    } catch (error) {
      // The section below says what is wrong with the hub; the counts of before stay.
      if (!(error instanceof HubError)) throw error;
    } finally {
      this.#timer.plan(EVERY_MS);
    }
  }
}
