import { computed, inject, Injector, isDevMode } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import type { SwRegistrationOptions } from '@angular/service-worker';
import { filter, take } from 'rxjs';
import { SyncStore } from './sync-store.ts';

/**
 * When the browser keeps the app's own files for starting without network: once the base is on the laptop. Before that
 * there is nothing to work on offline, and a hundred files going to the disk would hold up the first synchronisation.
 */
export function offlineCopyOptions(): SwRegistrationOptions {
  const sync = inject(SyncStore);
  const injector = inject(Injector);
  const isBaseHere = computed(() => sync.isKnown() && sync.firstSync() === null);
  return {
    // Electron serves the app from its own files: there, a service worker would only be a second copy.
    enabled: !isDevMode() && window.tournee === undefined,
    registrationStrategy: () => toObservable(isBaseHere, { injector }).pipe(filter(Boolean), take(1)),
  };
}
