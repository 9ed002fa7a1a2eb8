import { type Database, userScopeRepository } from '@tournee/db';
import type { Clock } from '../clock.ts';
import type { Viewer } from '../context.ts';

const DAY_MS = 86_400_000;

export interface ScopeNotes {
  /** Notes that a person pulls his scopes: written once a day, and when they change. */
  note(viewer: Viewer): Promise<void>;
}

/** Keeps who pulled what and when, for what he notes about it after it was taken from him: see `reach.ts`. */
export function createScopeNotes(database: Database, clock: Clock): ScopeNotes {
  const noted = new Map<number, { scopes: string; until: number }>();
  return {
    async note({ userId, scopes }) {
      const now = clock.now();
      const known = noted.get(userId);
      if (known?.scopes === scopes.join() && now.getTime() < known.until) return;
      const written = await userScopeRepository(database.db).pulledSince(
        userId,
        new Date(now.getTime() - DAY_MS),
      );
      if (!scopes.every((scope) => written.includes(scope))) {
        await database.transaction((tx) => userScopeRepository(tx).note(userId, scopes, now));
      }
      noted.set(userId, { scopes: scopes.join(), until: now.getTime() + DAY_MS });
    },
  };
}
