import type { Routes } from '@angular/router';
import { clientsMatcher } from './domains/client/feature-clients/clients-matcher.ts';
import { hasRole, inState } from './shell/session-guard.ts';

export const routes: Routes = [
  {
    path: 'connexion',
    title: 'Connexion · Tournée',
    canActivate: [inState('signed-out', 'revoked')],
    loadComponent: async () => (await import('./domains/session/feature-sign-in/sign-in-page.ts')).SignInPage,
  },
  {
    path: 'mot-de-passe',
    title: 'Mot de passe · Tournée',
    canActivate: [inState('must-change-password')],
    loadComponent: async () =>
      (await import('./domains/session/feature-password/password-page.ts')).PasswordPage,
  },
  {
    path: 'reinitialiser',
    title: 'Mot de passe · Tournée',
    loadComponent: async () => (await import('./domains/session/feature-reset/reset-page.ts')).ResetPage,
  },
  {
    path: 'session-revoquee',
    title: 'Session fermée · Tournée',
    canActivate: [inState('revoked')],
    loadComponent: async () =>
      (await import('./domains/session/feature-revoked/revoked-page.ts')).RevokedPage,
  },
  {
    path: '',
    canActivate: [inState('signed-in')],
    loadComponent: async () => (await import('./shell/shell.ts')).Shell,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'clients' },
      {
        matcher: clientsMatcher,
        title: 'Clients · Tournée',
        loadComponent: async () =>
          (await import('./domains/client/feature-clients/clients-page.ts')).ClientsPage,
      },
      {
        path: 'appareils',
        title: 'Mes appareils · Tournée',
        loadComponent: async () =>
          (await import('./domains/session/feature-devices/my-devices-page.ts')).MyDevicesPage,
      },
      {
        path: 'administration',
        canMatch: [hasRole('admin')],
        loadChildren: async () => (await import('./domains/admin/feature-frame/admin-routes.ts')).adminRoutes,
      },
      // For whoever is no administrator; the hub refuses him too.
      {
        path: 'administration',
        title: 'Administration · Tournée',
        children: [
          {
            path: '**',
            loadComponent: async () =>
              (await import('./domains/admin/feature-frame/refused-page.ts')).RefusedPage,
          },
        ],
      },
      {
        path: 'envois',
        title: 'Envois · Tournée',
        loadComponent: async () =>
          (await import('./domains/operation/feature-envois/envois-page.ts')).EnvoisPage,
      },
    ],
  },
  { path: '**', redirectTo: 'clients' },
];
