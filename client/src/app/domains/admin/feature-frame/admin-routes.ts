import type { Routes } from '@angular/router';

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
        canDeactivate: [(page: { canLeave(): Promise<boolean> }) => page.canLeave()],
        loadComponent: async () => (await import('../feature-settings/settings-page.ts')).SettingsPage,
      },
      {
        path: 'taches',
        title: 'Administration · Tâches · Tournée',
        loadComponent: async () => (await import('../feature-jobs/jobs-page.ts')).JobsPage,
      },
    ],
  },
];
