import { inject, Injectable, type Signal, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { catchError, type Observable, of, switchMap } from 'rxjs';
import { removeBase } from '../../../local-db/base-removal.ts';
import { readStoredOperations } from '../../../local-db/former-base.ts';
import type { LocalBase } from '../../../local-db/local-base.ts';
import { rescueOperations } from '../../../local-db/operation-rescue.ts';
import { keyValueStore } from '../../../local-db/storage/key-value-store.ts';
import { untilIdle } from './until-idle.ts';
import { SHARED_MESSAGES } from './shared-messages.ts';

/**
 * The signed-in user's local base. Opened after the first screen is drawn: RxDB is large, and the list of clients does
 * not need it.
 */
@Injectable({ providedIn: 'root' })
export class LocalBaseStore {
  readonly #name = signal<string | null>(null);
  readonly #base = signal<LocalBase | null>(null);
  readonly #problem = signal<string | null>(null);
  readonly #closing = new Set<() => Promise<void>>();
  #opening: Promise<LocalBase | null> = Promise.resolve(null);

  /** Name of the base, known before it is open. */
  readonly name = this.#name.asReadonly();
  /** The open base. */
  readonly base = this.#base.asReadonly();
  /** Why it could not be opened: a French sentence. */
  readonly problem = this.#problem.asReadonly();

  /** Opens a base in the background: at once after signing in, else when the first screen is drawn. */
  open(name: string, isAtOnce = false): void {
    if (this.#name() === name) return;
    this.#name.set(name);
    this.#opening = this.#openInTime(name, this.close(), isAtOnce);
  }

  /** Loads the code of the base ahead, while the user is still signing in. */
  async prepare(): Promise<void> {
    await untilIdle();
    // Without network there is nothing to prepare for: signing in needs the hub.
    await loadLocalBase().catch(() => undefined);
  }

  /** The open base, as soon as it is there; null when it could not be opened. */
  whenOpen(): Promise<LocalBase | null> {
    return this.#opening;
  }

  /** Has something done before the base closes. */
  beforeClose(work: () => Promise<void>): void {
    this.#closing.add(work);
  }

  /** Closes the base and leaves it on the machine. */
  async close(): Promise<void> {
    const base = await this.#opening;
    if (base === null || this.#base() !== base) return;
    this.#base.set(null);
    await Promise.all([...this.#closing].map((work) => work()));
    await base.close();
  }

  /** Removes the base from the machine, but for what is only here: that is put aside, also when the base did not open. */
  async discard(): Promise<void> {
    await this.#opening;
    const name = this.#name();
    if (name === null) return;
    await this.close();
    await rescueOperations(keyValueStore, name, await readStoredOperations(name));
    await removeBase(keyValueStore, name);
    this.forget();
  }

  /** Forgets which base it was, once closed. */
  forget(): void {
    this.#name.set(null);
    this.#opening = Promise.resolve(null);
  }

  async #openInTime(name: string, former: Promise<void>, isAtOnce: boolean): Promise<LocalBase | null> {
    try {
      await former;
      if (!isAtOnce) await untilIdle();
      const bases = await loadLocalBase();
      const base = await bases.open(name);
      this.#base.set(base);
      this.#problem.set(null);
      return base;
    } catch (error) {
      reportError(error);
      this.#problem.set(SHARED_MESSAGES.baseNotOpened);
      return null;
    }
  }
}

/** RxDB with it: a third of a megabyte. */
async function loadLocalBase(): Promise<typeof LocalBase> {
  return (await import('../../../local-db/local-base.ts')).LocalBase;
}

/** A signal fed by the open base; `initial` as long as there is none. To be called in an injection context. */
export function followBase<Value>(
  project: (base: LocalBase) => Observable<Value>,
  initial: Value,
): Signal<Value> {
  const values = toObservable(inject(LocalBaseStore).base).pipe(
    // A query that fails is one of a base that is being closed.
    switchMap((base) => (base === null ? of(initial) : project(base).pipe(catchError(() => of(initial))))),
  );
  return toSignal(values, { initialValue: initial });
}
