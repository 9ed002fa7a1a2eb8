import { computed, inject, Injectable, InjectionToken, signal } from '@angular/core';
import { parisDay } from '@tournee/graphql';

/** The device's clock, so that specs may set it. */
export const CLOCK = new InjectionToken<() => Date>('CLOCK', {
  providedIn: 'root',
  factory: () => () => new Date(),
});

const TICK_MS = 30_000;

/** The time as signals, for what changes while nobody does anything: the day of a visit, the age of the base. */
@Injectable({ providedIn: 'root' })
export class ClockStore {
  readonly #clock = inject(CLOCK);
  readonly #now = signal(this.#clock());

  /** Half a minute behind at most. */
  readonly now = this.#now.asReadonly();
  /** The day it is in France, `yyyy-mm-dd`. */
  readonly today = computed(() => parisDay(this.#now()));

  constructor() {
    setInterval(() => {
      this.tick();
    }, TICK_MS);
    // Timers sleep with the laptop.
    document.addEventListener('visibilitychange', () => {
      this.tick();
    });
  }

  tick(): void {
    this.#now.set(this.#clock());
  }
}
