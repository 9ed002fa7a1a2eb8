import {
  type Database,
  deviceRepository,
  type Queryable,
  sessionRepository,
  type UserRecord,
} from '@tournee/db';
import { sessionRevoked, unauthenticated } from '../../errors.ts';
import {
  newRefreshToken,
  REFRESH_GRACE_SECONDS,
  refreshTokenEnd,
  refreshTokenHash,
} from './refresh-token.ts';

/** How long after its end a token is remembered, so that its reuse is noticed. */
const ENDED_KEPT_DAYS = 30;

export interface Exchange {
  user: UserRecord;
  deviceId: string;
  successor: string;
}

type Outcome = (Exchange & { kind: 'exchanged' }) | { kind: 'unknown' | 'ended' | 'revoked' | 'reused' };

/**
 * Exchanges a refresh token for its successor. A token that has been exchanged or replaced already revokes the device,
 * but for the lost answer that `REFRESH_GRACE_SECONDS` describes.
 * @throws UNAUTHENTICATED for an unknown token or one past its end, SESSION_REVOKED for a device that is out
 */
export async function exchangeToken(database: Database, token: string, now: Date): Promise<Exchange> {
  const outcome = await database.transaction((tx) => exchange(tx, refreshTokenHash(token), now));
  switch (outcome.kind) {
    case 'exchanged':
      return outcome;
    case 'unknown':
    case 'ended':
      throw unauthenticated();
    case 'revoked':
    case 'reused':
      throw sessionRevoked();
  }
}

async function exchange(tx: Queryable, tokenHash: string, now: Date): Promise<Outcome> {
  const sessions = sessionRepository(tx);
  const devices = deviceRepository(tx);
  const first = await sessions.find(tokenHash);
  if (!first) return { kind: 'unknown' };
  // Locks the device: what follows is true until the commit, whoever else shows a token of this device.
  await devices.touch(first.deviceId, now);
  const row = await sessions.find(tokenHash);
  const contact = await devices.findContact(first.deviceId);
  if (!row || !contact) return { kind: 'unknown' };
  if (contact.device.revokedAt !== null || !contact.user.isActive) return { kind: 'revoked' };

  if (row.usedAt === null) {
    if (row.expiresAt <= now) {
      // Ended before its time: it was replaced, and whoever shows it is not who got the replacement.
      const isReplaced = row.expiresAt < refreshTokenEnd(row.createdAt);
      if (!isReplaced) return { kind: 'ended' };
      await devices.revoke(row.deviceId, 'token-reused', now);
      return { kind: 'reused' };
    }
    await sessions.markUsed(tokenHash, now);
  } else if (await isLostAnswer(tx, { ...row, usedAt: row.usedAt }, now)) {
    await sessions.endUnused(row.deviceId, now);
  } else {
    await devices.revoke(row.deviceId, 'token-reused', now);
    return { kind: 'reused' };
  }

  const successor = newRefreshToken();
  await sessions.insert({
    tokenHash: refreshTokenHash(successor),
    userId: row.userId,
    deviceId: row.deviceId,
    createdAt: now,
    expiresAt: refreshTokenEnd(now),
  });
  await sessions.deleteEndedBefore(row.deviceId, new Date(now.getTime() - ENDED_KEPT_DAYS * 86_400_000));
  return { kind: 'exchanged', user: contact.user, deviceId: row.deviceId, successor };
}

async function isLostAnswer(
  tx: Queryable,
  row: { tokenHash: string; deviceId: string; usedAt: Date },
  now: Date,
): Promise<boolean> {
  if (now.getTime() - row.usedAt.getTime() > REFRESH_GRACE_SECONDS * 1000) return false;
  return !(await sessionRepository(tx).wasUsedSince(row.deviceId, row.tokenHash, row.usedAt));
}
