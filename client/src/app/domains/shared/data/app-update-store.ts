import { inject, Injectable, signal } from '@angular/core';
import { SwUpdate } from '@angular/service-worker';

/** Newer versions of the app, fetched by the service worker in the background. Never there in Electron. */
@Injectable({ providedIn: 'root' })
export class AppUpdateStore {
  readonly #updates = inject(SwUpdate);
  readonly #isReady = signal(false);

  /** True when a newer version is on the machine and waits for a reload. */
  readonly isReady = this.#isReady.asReadonly();

  constructor() {
    this.#updates.versionUpdates.subscribe((event) => {
      if (event.type === 'VERSION_READY') this.#isReady.set(true);
    });
    // The browser threw away files that this version still needs: only a reload helps.
    this.#updates.unrecoverable.subscribe(() => {
      location.reload();
    });
  }

  /** Asks for a newer version now, instead of at the next start. */
  look(): void {
    // Without network there is nothing to find; the next start asks again.
    if (this.#updates.isEnabled) this.#updates.checkForUpdate().catch(() => false);
  }

  /** Reloads the page on the newer version. Drafts and operations are on disk. */
  apply(): void {
    location.reload();
  }
}
