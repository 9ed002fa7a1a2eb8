import type { Routes } from '@angular/router';
import { clientsMatcher } from './domains/client/feature-clients/clients-matcher.ts';
import { untilIdle } from './domains/shared/data/until-idle.ts';
import { hasRole, inState } from './shell/session-guard.ts';

/** Of pages that show nothing of the local base: they open before it is there. */
const HUB_ALONE = { hubAlone: true };

const loadShell = async () => (await import('./shell/shell.ts')).Shell;
const loadAccueil = async () =>
  (await import('./domains/client/feature-accueil/accueil-page.ts')).AccueilPage;
const loadClients = async () =>
  (await import('./domains/client/feature-clients/clients-page.ts')).ClientsPage;
const loadEnvois = async () => (await import('./domains/operation/feature-envois/envois-page.ts')).EnvoisPage;

/** On a slow line signing in need not wait for them any longer. */
const LONGEST_WAIT_MS = 3000;

/** See `FIRST_PAGES`. Without network there is nothing to prepare for: signing in needs the hub. */
export async function loadFirstPages(): Promise<void> {
  await untilIdle();
  const visits = import('./domains/client/feature-visit/visit-dialog.ts');
  const proofs = import('./domains/shared/data/session/device-proof.ts');
  const loaded = Promise.all([loadShell(), loadAccueil(), loadClients(), loadEnvois(), visits, proofs]).catch(
    () => undefined,
  );
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS))]);
}

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
    loadComponent: loadShell,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'accueil' },
      {
        path: 'accueil',
        title: 'Accueil · Tournée',
        loadComponent: loadAccueil,
      },
      {
        matcher: clientsMatcher,
        title: 'Clients · Tournée',
        loadComponent: loadClients,
      },
      {
        path: 'appareils',
        title: 'Mes appareils · Tournée',
        data: HUB_ALONE,
        loadComponent: async () =>
          (await import('./domains/session/feature-devices/my-devices-page.ts')).MyDevicesPage,
      },
      {
        path: 'administration',
        canMatch: [hasRole('admin')],
        data: HUB_ALONE,
        loadChildren: async () => (await import('./domains/admin/feature-frame/admin-routes.ts')).adminRoutes,
      },
      // For whoever is no administrator; the hub refuses him too.
      {
        path: 'administration',
        title: 'Administration · Tournée',
        data: HUB_ALONE,
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
        loadComponent: loadEnvois,
      },
    ],
  },
  { path: '**', redirectTo: 'accueil' },
];
