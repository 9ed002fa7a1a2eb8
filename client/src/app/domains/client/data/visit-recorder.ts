import { computed, inject, Injectable } from '@angular/core';
import {
  checkVisit,
  earliestVisitDay,
  type OperationReason,
  parisDay,
  refusal,
  type VisitPayload,
  visitPayload,
} from '@tournee/graphql';
import { keyValueStore } from '../../../local-db/storage/key-value-store.ts';
import { CLOCK, ClockStore } from '../../shared/data/clock-store.ts';
import { LocalBaseStore } from '../../shared/data/local-base-store.ts';
import { OperationStore } from '../../shared/data/operation-store.ts';
import { SettingStore } from '../../shared/data/setting-store.ts';
import { CLIENT_MESSAGES } from './client-data-messages.ts';
import { readDraft, removeDraft, writeDraft } from './visit-draft.ts';

/** What a visit is about. */
export interface VisitSubject {
  entityType: 'client' | 'prospect';
  entityId: string;
  /** The refused visit that this one corrects; null for a new one. */
  corrects: string | null;
}

/** Notes visits: « Visite ce jour ». */
@Injectable({ providedIn: 'root' })
export class VisitRecorder {
  readonly #bases = inject(LocalBaseStore);
  readonly #operations = inject(OperationStore);
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
  async record(subject: VisitSubject, payload: VisitPayload): Promise<OperationReason | null> {
    const reason = this.check(payload);
    if (reason !== null) return reason;
    const { entityType, entityId, corrects } = subject;
    const code = entityType === 'client' ? 'VC' : 'VP';
    if (!(await this.#operations.record({ code, entityType, entityId }, payload, corrects)))
      return refusal('BASE_NOT_OPEN', CLIENT_MESSAGES.baseNotOpen);
    await this.dropDraft(subject);
    return null;
  }

  /** What was typed for this visit and not saved yet. */
  async draft(subject: VisitSubject): Promise<VisitPayload | null> {
    const base = this.#bases.name();
    return base === null ? null : readDraft(keyValueStore, base, draftName(subject));
  }

  async keepDraft(subject: VisitSubject, payload: VisitPayload): Promise<void> {
    const base = this.#bases.name();
    if (base !== null) await writeDraft(keyValueStore, base, draftName(subject), payload);
  }

  async dropDraft(subject: VisitSubject): Promise<void> {
    const base = this.#bases.name();
    if (base !== null) await removeDraft(keyValueStore, base, draftName(subject));
  }
}

/** A correction is typed apart from a new visit to the same client. */
function draftName({ entityId, corrects }: VisitSubject): string {
  return corrects ?? entityId;
}
