import {
  CONTACT_MS,
  type Database,
  deviceContactRepository,
  userCodeRepository,
  userScopeRepository,
} from '@tournee/db';
import type { Clock } from '../clock.ts';
import type { Viewer } from '../context.ts';

const DAY_MS = 86_400_000;

export interface ScopeNotes {
  /** Notes who pulls what, under which code: written once a day, and when they change; and that the device is in contact. */
  note(viewer: Viewer): Promise<void>;
}

/** Keeps who held what and when, for what they note about it after it was taken from them: see `reach.ts`. */
export function createScopeNotes(database: Database, clock: Clock): ScopeNotes {
  const people = new Map<number, { identity: string; until: number }>();
  const contacts = new Map<string, number>();

  async function notePerson({ userId, scopes, cUser }: Viewer, now: Date): Promise<void> {
    const identity = [cUser, ...scopes].join();
    const known = people.get(userId);
    if (known?.identity === identity && now.getTime() < known.until) return;
    await database.transaction(async (tx) => {
      const since = new Date(now.getTime() - DAY_MS);
      const written = await userScopeRepository(tx).pulledSince(userId, since);
      const held = new Set(written.filter(({ leftAt }) => leftAt === null).map(({ scope }) => scope));
      const isWritten = held.size === scopes.length && scopes.every((scope) => held.has(scope));
      if (!isWritten) await userScopeRepository(tx).note(userId, scopes, now);
      await userCodeRepository(tx).note(userId, cUser, now);
    });
    people.set(userId, { identity, until: now.getTime() + DAY_MS });
  }

  async function noteContact({ deviceId }: Viewer, now: Date): Promise<void> {
    if (now.getTime() < (contacts.get(deviceId) ?? 0)) return;
    await database.transaction((tx) => deviceContactRepository(tx).note(deviceId, now));
    contacts.set(deviceId, now.getTime() + CONTACT_MS);
  }

  return {
    async note(viewer) {
      const now = clock.now();
      await notePerson(viewer, now);
      await noteContact(viewer, now);
    },
  };
}
