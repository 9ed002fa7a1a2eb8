import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import { appUser, appUserRep } from '../schema/app-user.table.ts';
import { device } from '../schema/device.table.ts';
import type { UserRecord } from './app-user.repository.ts';

/** Why a device no longer gets tokens. */
export type RevocationReason =
  'signed-out' | 'password-changed' | 'user-deactivated' | 'revoked-by-user' | 'revoked-by-admin';

export interface DeviceRecord {
  id: string;
  userId: number;
  name: string;
  revokedAt: Date | null;
  keyThumbprint: string | null;
}

export interface DeviceContact {
  device: DeviceRecord;
  user: UserRecord;
}

/** Laptops and browsers on which somebody signed in. */
export function deviceRepository(q: Queryable) {
  return {
    async insert(row: Omit<DeviceRecord, 'revokedAt'> & { now: Date }): Promise<void> {
      const { now, ...rest } = row;
      await q.insert(device).values({ ...rest, createdAt: now, lastSeenAt: now });
    },

    /** A device with its user and his rep codes, in one statement: it runs on every request. */
    async findContact(id: string): Promise<DeviceContact | null> {
      const rows = await q
        .select({
          device: {
            id: device.id,
            userId: device.userId,
            name: device.name,
            revokedAt: device.revokedAt,
            keyThumbprint: device.keyThumbprint,
          },
          user: appUser,
          cRep: appUserRep.cRep,
        })
        .from(device)
        .innerJoin(appUser, eq(appUser.id, device.userId))
        .leftJoin(appUserRep, eq(appUserRep.userId, device.userId))
        .where(eq(device.id, id));
      const [first] = rows;
      if (!first) return null;
      const cReps = rows.flatMap(({ cRep }) => cRep ?? []).sort();
      return { device: first.device, user: { ...first.user, cReps } };
    },

    /** Notes the contact. Inside a transaction it also locks the device. */
    async touch(id: string, now: Date): Promise<void> {
      await q.update(device).set({ lastSeenAt: now }).where(eq(device.id, id));
    },

    async revoke(id: string, reason: RevocationReason, now: Date): Promise<void> {
      await q
        .update(device)
        .set({ revokedAt: now, revokedReason: reason })
        .where(and(eq(device.id, id), isNull(device.revokedAt)));
    },

    /** Revokes every device of a user, but one when `exceptId` is given. */
    async revokeAll(userId: number, reason: RevocationReason, now: Date, exceptId = ''): Promise<void> {
      await q
        .update(device)
        .set({ revokedAt: now, revokedReason: reason })
        .where(and(eq(device.userId, userId), ne(device.id, exceptId), isNull(device.revokedAt)));
    },
  };
}
