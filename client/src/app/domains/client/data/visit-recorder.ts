import { computed, inject, Injectable } from '@angular/core';
import {
  checkVisit,
  earliestVisitDay,
  type Operation,
  type OperationReason,
  operationName,
  parisDay,
  refusal,
  type VisitPayload,
  visitPayload,
} from '@tournee/graphql';
import { keyValueStore } from '../../../local-db/storage/key-value-store.ts';
import { CLOCK, ClockStore } from '../../shared/data/clock-store.ts';
import { LocalBaseStore } from '../../shared/data/local-base-store.ts';
import { SessionStore } from '../../shared/data/session-store.ts';
import { SettingStore } from '../../shared/data/setting-store.ts';
import { CLIENT_MESSAGES } from './client-data-messages.ts';
import { readDraft, removeDraft, writeDraft } from './visit-draft.ts';

/** Notes visits: « Visite ce jour ». */
@Injectable({ providedIn: 'root' })
export class VisitRecorder {
  readonly #bases = inject(LocalBaseStore);
  readonly #session = inject(SessionStore);
  readonly #settings = inject(SettingStore);
  readonly #clock = inject(CLOCK);
  readonly #today = inject(ClockStore).today;

  /** Days that a visit may bear, `yyyy-mm-dd`. */
  readonly bounds = computed(() => {
    const today = this.#today();
    return { today, earliest: earliestVisitDay({ today, maxAgeDays: this.#settings.maxAgeDays() }) };
  });

  /** Checks a visit as the hub will; null when it may be noted. */
  check(payload: VisitPayload): OperationReason | null {
    const parsed = visitPayload.safeParse(payload);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return refusal(
        'VISIT_INVALID',
        issue?.message ?? CLIENT_MESSAGES.visitInvalid,
        String(issue?.path[0] ?? '') || null,
      );
    }
    const today = parisDay(this.#clock());
    return checkVisit(parsed.data, {
      today,
      maxAgeDays: this.#settings.maxAgeDays(),
      form: this.#settings.visitForm(),
    });
  }

  /**
   * Notes a visit on this device, network or not. Resolves with null once it is on disk; it goes to the hub by itself.
   * The draft, if there is one, has then served.
   */
  async record(clientId: string, payload: VisitPayload): Promise<OperationReason | null> {
    const reason = this.check(payload);
    if (reason !== null) return reason;
    const base = await this.#bases.whenOpen();
    const user = this.#session.user();
    if (base === null || user === null) return refusal('BASE_NOT_OPEN', CLIENT_MESSAGES.baseNotOpen);
    await base.addOperation(this.#operation(clientId, user.cUser, payload));
    await this.dropDraft(clientId);
    return null;
  }

  /** What was typed for this client and not saved yet. */
  async draft(clientId: string): Promise<VisitPayload | null> {
    const base = this.#bases.name();
    return base === null ? null : readDraft(keyValueStore, base, clientId);
  }

  async keepDraft(clientId: string, payload: VisitPayload): Promise<void> {
    const base = this.#bases.name();
    if (base !== null) await writeDraft(keyValueStore, base, clientId, payload);
  }

  async dropDraft(clientId: string): Promise<void> {
    const base = this.#bases.name();
    if (base !== null) await removeDraft(keyValueStore, base, clientId);
  }

  #operation(clientId: string, cUser: string, payload: VisitPayload): Operation {
    const now = this.#clock();
    return {
      id: operationName('VC', cUser, now, crypto.getRandomValues(new Uint8Array(8))),
      code: 'VC',
      cUser,
      entityType: 'client',
      entityId: clientId,
      createdAt: now.toISOString(),
      payload,
      status: 'pending',
      reason: null,
      integratedAt: null,
      cites: null,
      conflicts: null,
      notice: null,
      deleted: false,
    };
  }
}
