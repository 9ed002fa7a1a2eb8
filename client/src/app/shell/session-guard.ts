import { effect, inject, Injector } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
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
