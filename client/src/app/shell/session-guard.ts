import { effect, inject, Injector } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import type { Role } from '@tournee/graphql';
import { type SessionState, SessionStore } from '../domains/shared/data/session-store.ts';
import { homeOf, type SettledState } from './session-routes.ts';

/** Lets a route open in some states of the session only; in any other, the page of that state opens instead. */
export function inState(...allowed: readonly SettledState[]): CanActivateFn {
  return async (_route, { url }) => {
    const router = inject(Router);
    const state = await settledState(inject(SessionStore), inject(Injector));
    return allowed.includes(state) || router.parseUrl(homeOf(state, url));
  };
}

/** Lets a route be found by a person of this role only. Whoever is not signed in finds it too, and has to sign in first. */
export function hasRole(role: Role): CanMatchFn {
  return async () => {
    const session = inject(SessionStore);
    const state = await settledState(session, inject(Injector));
    return state !== 'signed-in' || session.user()?.role === role;
  };
}

/** The session's state as soon as it is known: at start it is read from this machine first. */
function settledState(session: SessionStore, injector: Injector): Promise<SettledState> {
  const settled = asSettled(session.state());
  if (settled !== null) return Promise.resolve(settled);
  return new Promise((resolve) => {
    const watch = effect(
      () => {
        const state = asSettled(session.state());
        if (state === null) return;
        resolve(state);
        watch.destroy();
      },
      { injector, manualCleanup: true },
    );
  });
}

function asSettled(state: SessionState): SettledState | null {
  return state === 'starting' ? null : state;
}
