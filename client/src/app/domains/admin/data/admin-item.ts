import { effect, type Signal, signal, untracked } from '@angular/core';
import { type AdminProblem, adminProblem } from './admin-problem.ts';

/** One thing of the hub, read by its key, and changed there. Needs an injection context. */
export class AdminItem<Item> {
  readonly #id: Signal<string>;
  readonly #fetch: (id: string) => Promise<Item | null>;
  readonly #item = signal<Item | null>(null);
  readonly #problem = signal<AdminProblem | null>(null);
  readonly #state = signal<'loading' | 'ready' | 'unknown'>('loading');
  readonly #isChanging = signal(false);

  readonly item = this.#item.asReadonly();
  /** Why it could not be read. */
  readonly problem = this.#problem.asReadonly();
  /** `unknown`: the hub has no such thing. */
  readonly state = this.#state.asReadonly();
  readonly isChanging = this.#isChanging.asReadonly();

  constructor(id: Signal<string>, fetch: (id: string) => Promise<Item | null>) {
    this.#id = id;
    this.#fetch = fetch;
    effect(() => {
      id();
      untracked(() => void this.reload());
    });
  }

  async reload(): Promise<void> {
    const id = this.#id();
    this.#state.set('loading');
    this.#problem.set(null);
    try {
      const item = await this.#fetch(id);
      if (id !== this.#id()) return;
      this.#item.set(item);
      this.#state.set(item === null ? 'unknown' : 'ready');
    } catch (error) {
      if (id === this.#id()) this.#problem.set(adminProblem(error));
    }
  }

  /**
   * Changes it; the hub answers how it is then.
   * @returns why not, or null
   */
  async change(request: (id: string) => Promise<Item>): Promise<AdminProblem | null> {
    if (this.#isChanging()) return null;
    this.#isChanging.set(true);
    try {
      this.#item.set(await request(this.#id()));
      return null;
    } catch (error) {
      return adminProblem(error);
    } finally {
      this.#isChanging.set(false);
    }
  }
}
