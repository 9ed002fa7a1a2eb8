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
import { loadFirstPages, routes } from './app.routes.ts';
import { DirectoryStore } from './domains/shared/data/directory/directory-store.ts';
import { FIRST_PAGES } from './domains/session/data/first-pages.ts';
import { OPERATION_FORMS, type OperationForm } from './domains/shared/data/operation-forms.ts';
import { SEARCH_OPENER } from './domains/shared/data/search-opener.ts';
import { SyncStore } from './domains/shared/data/sync-store.ts';

/** Electron serves the app from its own files: there, a service worker would only be a second copy. */
const hasServiceWorker = !isDevMode() && window.tournee === undefined;

/** Forms of refused operations that « Envois » opens; they belong to other domains, and are loaded when needed. */
const operationForms: readonly OperationForm[] = [
  {
    codes: ['VC', 'VP'],
    load: async () => (await import('./domains/client/feature-visit/visit-corrector.ts')).VisitCorrector,
  },
];

const loadSearch = async () =>
  (await import('./domains/client/feature-search/search-window-opener.ts')).SearchWindowOpener;

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(routes, withComponentInputBinding()),
    provideServiceWorker('ngsw-worker.js', {
      enabled: hasServiceWorker,
      registrationStrategy: 'registerWhenStable:10000',
    }),
    { provide: FIRST_PAGES, useValue: loadFirstPages },
    { provide: OPERATION_FORMS, useValue: operationForms },
    { provide: SEARCH_OPENER, useValue: loadSearch },
    { provide: LOCALE_ID, useValue: 'fr' },
    // The directory is read while the page that shows it is still being loaded; synchronising goes on whatever page is shown.
    provideEnvironmentInitializer(() => {
      inject(DirectoryStore);
      inject(SyncStore);
    }),
  ],
};
