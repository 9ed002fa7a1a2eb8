import { computed, effect, inject, Injectable, signal } from '@angular/core';
import type { Operation } from '@tournee/graphql';
import { keyValueStore } from '../../../local-db/storage/key-value-store.ts';
import { CLOCK } from './clock-store.ts';
import { followBase, LocalBaseStore } from './local-base-store.ts';
import { newOperation, type OperationSubject } from './new-operation.ts';
import { addMarks, NO_MARKS, type OperationMarks, readMarks } from './operation-marks.ts';
import { citedNames, type SendingState, sendingState } from './operation-state.ts';
import { SessionStore } from './session-store.ts';

/** The operations of this device, and what is to be done about them. */
@Injectable({ providedIn: 'root' })
export class OperationStore {
  readonly #bases = inject(LocalBaseStore);
  readonly #user = inject(SessionStore).user;
  readonly #clock = inject(CLOCK);
  readonly #marks = signal<OperationMarks>(NO_MARKS);

  /** All of them, oldest first; null as long as the base is not open. */
  readonly operations = followBase<readonly Operation[] | null>((base) => base.operations$, null);
  readonly #cited = computed(() => citedNames(this.operations() ?? []));
  readonly #givenUp = computed(() => new Set(this.#marks().givenUp));
  /** How many the hub refused or could not merge, and nobody has seen to. */
  readonly openCount = computed(
    () => (this.operations() ?? []).filter((one) => isOpen(this.stateOf(one))).length,
  );
  /** Integrated ones that the hub has something to say about which the user has not read, oldest first. */
  readonly unreadNotices = computed(() => {
    const read = new Set(this.#marks().read);
    return (this.operations() ?? []).filter(({ id, notice }) => notice !== null && !read.has(id));
  });

  constructor() {
    effect(() => {
      const name = this.#bases.name();
      this.#marks.set(NO_MARKS);
      if (name !== null) void this.#readMarks(name);
    });
  }

  stateOf(operation: Operation): SendingState {
    return sendingState(operation, this.#cited(), this.#givenUp());
  }

  /**
   * Keeps a new operation; it goes to the hub by itself. False when there is no base to keep it in.
   * @param cites the operation whose place it takes
   */
  async record(subject: OperationSubject, payload: unknown, cites: string | null = null): Promise<boolean> {
    const base = await this.#bases.whenOpen();
    const user = this.#user();
    if (base === null || user === null) return false;
    await base.addOperation(newOperation(subject, payload, { cUser: user.cUser, now: this.#clock() }, cites));
    return true;
  }

  /** The user lets a refused operation go. It stays where it is, and asks for nothing any more. */
  async giveUp(id: string): Promise<void> {
    await this.#mark('givenUp', [id]);
  }

  async markRead(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#mark('read', ids);
  }

  async #mark(list: keyof OperationMarks, ids: readonly string[]): Promise<void> {
    const name = this.#bases.name();
    if (name === null) return;
    const marks = await addMarks(keyValueStore, name, list, ids);
    if (this.#bases.name() === name) this.#marks.set(marks);
  }

  async #readMarks(name: string): Promise<void> {
    const marks = await readMarks(keyValueStore, name);
    if (this.#bases.name() === name) this.#marks.set(marks);
  }
}

function isOpen(state: SendingState): boolean {
  return state === 'rejected' || state === 'conflict';
}
