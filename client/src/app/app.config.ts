import {
  type ApplicationConfig,
  inject,
  isDevMode,
  LOCALE_ID,
  provideBrowserGlobalErrorListeners,
  provideEnvironmentInitializer,
} from '@angular/core';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { provideServiceWorker } from '@angular/service-worker';
import { routes } from './app.routes.ts';
import { ClientListStore } from './domains/client/data/client-list-store.ts';
import { SyncStore } from './domains/shared/data/sync-store.ts';

/** Electron serves the app from its own files: there, a service worker would only be a second copy. */
const hasServiceWorker = !isDevMode() && window.tournee === undefined;

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(routes, withComponentInputBinding()),
    provideServiceWorker('ngsw-worker.js', {
      enabled: hasServiceWorker,
      registrationStrategy: 'registerWhenStable:10000',
    }),
    { provide: LOCALE_ID, useValue: 'fr' },
    // The list is read while the page that shows it is still being loaded; synchronising goes on whatever page is shown.
    provideEnvironmentInitializer(() => {
      inject(ClientListStore);
      inject(SyncStore);
    }),
  ],
};
