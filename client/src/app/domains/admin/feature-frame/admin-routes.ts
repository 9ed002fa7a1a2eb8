import type { Routes } from '@angular/router';

/** A page with something unsaved asks before it is left. */
const askToLeave = (page: { canLeave(): Promise<boolean> }): Promise<boolean> => page.canLeave();

/** The sections of the admin area, under `/administration`. */
export const adminRoutes: Routes = [
  {
    path: '',
    loadComponent: async () => (await import('./admin-frame.ts')).AdminFrame,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'reglages' },
      {
        path: 'reglages',
        title: 'Administration · Réglages · Tournée',
        canDeactivate: [askToLeave],
        loadComponent: async () => (await import('../feature-settings/settings-page.ts')).SettingsPage,
      },
      {
        path: 'utilisateurs',
        title: 'Administration · Utilisateurs · Tournée',
        canDeactivate: [askToLeave],
        loadComponent: async () => (await import('../feature-users/users-page.ts')).UsersPage,
      },
      {
        path: 'appareils',
        title: 'Administration · Appareils · Tournée',
        loadComponent: async () => (await import('../feature-devices/devices-page.ts')).DevicesPage,
      },
      {
        path: 'appareils/quarantaine',
        title: 'Administration · Quarantaine · Tournée',
        loadComponent: async () => (await import('../feature-devices/quarantine-page.ts')).QuarantinePage,
      },
      {
        path: 'erreurs',
        title: 'Administration · Erreurs d’intégration · Tournée',
        loadComponent: async () =>
          (await import('../feature-integration-errors/integration-errors-page.ts')).IntegrationErrorsPage,
      },
      {
        path: 'erreurs/:id',
        title: 'Administration · Erreur d’intégration · Tournée',
        canDeactivate: [askToLeave],
        loadComponent: async () =>
          (await import('../feature-integration-errors/integration-error-page.ts')).IntegrationErrorPage,
      },
      {
        path: 'taches',
        title: 'Administration · Tâches · Tournée',
        loadComponent: async () => (await import('../feature-jobs/jobs-page.ts')).JobsPage,
      },
      {
        path: 'mails',
        title: 'Administration · Mails · Tournée',
        loadComponent: async () => (await import('../feature-mails/mails-page.ts')).MailsPage,
      },
      {
        path: 'mails/:id',
        title: 'Administration · Mail · Tournée',
        loadComponent: async () => (await import('../feature-mails/mail-page.ts')).MailPage,
      },
    ],
  },
];
