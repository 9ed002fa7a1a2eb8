import { inject, Injectable, signal } from '@angular/core';
import type { Operation } from '@tournee/graphql';
import { dropRescued, readRescued } from '../../../local-db/operation-rescue.ts';
import { keyValueStore } from '../../../local-db/storage/key-value-store.ts';
import { CLOCK } from './clock-store.ts';
import { HubError } from './hub/hub-error.ts';
import { dropTicket, type HandOverTicket, keepTicket, readTickets } from './session/hand-over-ticket.ts';
import { requestQuarantine } from './session/quarantine-request.ts';
import { withTabLock } from './tab-lock.ts';

export interface HandOver {
  /** What the device had not sent when it was put out. */
  operations: readonly Operation[];
  /** How many of them the hub keeps for an administrator. */
  kept: number;
  /** How many the hub would not take: they stay here. Those that it could not be asked about are not among them. */
  declined: number;
  isSending: boolean;
}

const LOCK = 'tournee-hand-over';
/** A hub that is being restarted is back by then. */
const RETRY_MS = 30_000;
const REFUSED = ['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_INPUT'];

/**
 * What becomes of unsent operations when the hub puts a device out: they are handed to the quarantine, which an
 * administrator reads. Only what the hub says to keep leaves this machine; the rest is tried again at each start.
 */
@Injectable({ providedIn: 'root' })
export class HandOverStore {
  readonly #clock = inject(CLOCK);
  readonly #last = signal<HandOver | null>(null);
  #retry: ReturnType<typeof setTimeout> | undefined;

  /** The one of this page, or null when there was none. */
  readonly last = this.#last.asReadonly();

  /** Hands over what was put aside of a base, in the name of the session that ended. Resolves when that is on disk. */
  async begin(base: string, session: Omit<HandOverTicket, 'since'>): Promise<void> {
    const operations = await readRescued(keyValueStore, base);
    this.#last.set({ operations, kept: 0, declined: 0, isSending: operations.length > 0 });
    if (operations.length === 0) return;
    const { hubOrigin, refreshToken } = session;
    const ticket = { hubOrigin, since: this.#clock().toISOString() };
    await keepTicket(keyValueStore, base, refreshToken === undefined ? ticket : { ...ticket, refreshToken });
    void this.resume();
  }

  /** The author is signed in again: what was put aside is in his base, and goes to the hub from there. */
  async forget(base: string): Promise<void> {
    clearTimeout(this.#retry);
    this.#last.set(null);
    await dropTicket(keyValueStore, base);
  }

  /** Goes on with what could not be handed over so far. */
  async resume(): Promise<void> {
    clearTimeout(this.#retry);
    this.#last.update((last) => last && { ...last, isSending: true });
    try {
      await withTabLock(LOCK, () => this.#handOverAll());
    } catch (error) {
      if (!(error instanceof HubError)) reportError(error);
      this.#retry = setTimeout(() => void this.resume(), RETRY_MS * (0.8 + 0.4 * Math.random()));
    } finally {
      this.#last.update((last) => last && { ...last, isSending: false });
    }
  }

  async #handOverAll(): Promise<void> {
    const faults: unknown[] = [];
    for (const { base, ticket } of await readTickets(keyValueStore)) {
      // A hub that is away must not hold up what is for another one.
      await this.#handOver(base, ticket).catch((error: unknown) => faults.push(error));
    }
    if (faults.length > 0) throw faults[0];
  }

  async #handOver(base: string, ticket: HandOverTicket): Promise<void> {
    const operations = await readRescued(keyValueStore, base);
    const kept = await requestQuarantine(ticket, operations).catch((error: unknown) => {
      // The hub does not take this ticket and never will: what was put aside goes out when its author signs in again.
      if (error instanceof HubError && REFUSED.includes(error.code)) return new Set<string>();
      throw error;
    });
    await dropRescued(keyValueStore, base, kept);
    await dropTicket(keyValueStore, base);
    const declined = operations.filter(({ id }) => !kept.has(id)).length;
    this.#last.update((last) => last && { ...last, kept: last.kept + kept.size, declined });
  }
}
