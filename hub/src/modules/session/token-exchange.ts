import {
  type Database,
  type DeviceContact,
  deviceKeyRepository,
  deviceRepository,
  type Queryable,
  sessionRepository,
  type SessionRow,
  type UserRecord,
} from '@tournee/db';
import { deviceKeyMissing, sessionRevoked, unauthenticated } from '../../errors.ts';
import type { DeviceProof } from './device-proof.ts';
import { refreshTokenEnd, refreshTokenHash, successorOf, UNPROVED_REPLAY_MINUTES } from './refresh-token.ts';

/** How long after its end a token is remembered. */
const ENDED_KEPT_DAYS = 30;

export interface ExchangeRequest {
  token: string;
  proof: DeviceProof | null;
  secret: string;
  now: Date;
}

export interface Exchange {
  user: UserRecord;
  deviceId: string;
  successor: string;
}

type Outcome =
  | (Exchange & { kind: 'exchanged' })
  | { kind: 'unknown' | 'ended' | 'revoked' }
  | { kind: 'stray'; deviceId: string };

/**
 * Exchanges a refresh token for its successor. A token that was exchanged already gives the same successor again, so
 * nothing that a network does puts a device out. Theft is told by the missing key, not by the order of requests.
 * @param onStray told of a token that was shown without the key of its device
 * @throws UNAUTHENTICATED for a token that is unknown, past its end or without its key; SESSION_REVOKED for a device that is out
 */
export async function exchangeToken(
  database: Database,
  request: ExchangeRequest,
  onStray: (deviceId: string) => void,
): Promise<Exchange> {
  const outcome = await database.transaction((tx) => exchange(tx, request));
  switch (outcome.kind) {
    case 'exchanged':
      return outcome;
    case 'unknown':
    case 'ended':
      throw unauthenticated();
    case 'stray':
      onStray(outcome.deviceId);
      throw deviceKeyMissing();
    case 'revoked':
      throw sessionRevoked();
  }
}

async function exchange(tx: Queryable, request: ExchangeRequest): Promise<Outcome> {
  const { token, proof, secret, now } = request;
  const tokenHash = refreshTokenHash(token);
  const sessions = sessionRepository(tx);
  const devices = deviceRepository(tx);
  const keys = deviceKeyRepository(tx);
  const known = await sessions.find(tokenHash);
  if (!known) return { kind: 'unknown' };
  // Locks the device: what follows is true until the commit, whoever else shows a token of this device.
  await keys.lock(known.deviceId);
  const row = await sessions.find(tokenHash);
  const contact = await devices.findContact(known.deviceId);
  if (!row || !contact) return { kind: 'unknown' };
  const { device, user } = contact;
  if (device.revokedAt !== null || !user.isActive) return { kind: 'revoked' };
  if (row.expiresAt <= now) return { kind: 'ended' };
  if (!isProved(device, tokenHash, request)) {
    await keys.noteStrayToken(device.id, now);
    return { kind: 'stray', deviceId: device.id };
  }
  // A browser may hold the cookie of an answer whose page never read it. Its proof names the token before: the answer is
  // the one that was lost.
  const successor = successorOf(secret, proof?.tokenHash ?? tokenHash);
  const next = await sessions.find(refreshTokenHash(successor));
  if (device.keyThumbprint === null) {
    if (isLateReplay(row, next, now)) return { kind: 'ended' };
    if (proof !== null) await keys.bind(device.id, proof.keyThumbprint);
  }
  if (next !== null && next.expiresAt <= now) return { kind: 'ended' };
  await keepSuccessor(tx, row, refreshTokenHash(successor), next !== null, now);
  await devices.touch(device.id, now);
  return { kind: 'exchanged', user, deviceId: device.id, successor };
}

/** A device that has a key proves it, and the proof is for this token or for the one that it followed. */
function isProved(
  { keyThumbprint }: DeviceContact['device'],
  tokenHash: string,
  { proof, secret }: ExchangeRequest,
): boolean {
  if (proof === null) return keyThumbprint === null;
  if (keyThumbprint !== null && keyThumbprint !== proof.keyThumbprint) return false;
  if (proof.tokenHash === null) return false;
  return (
    proof.tokenHash === tokenHash || refreshTokenHash(successorOf(secret, proof.tokenHash)) === tokenHash
  );
}

function isLateReplay(row: SessionRow, next: SessionRow | null, now: Date): boolean {
  if (row.usedAt === null || !next?.usedAt) return false;
  return now.getTime() - row.usedAt.getTime() > UNPROVED_REPLAY_MINUTES * 60_000;
}

async function keepSuccessor(
  tx: Queryable,
  row: SessionRow,
  tokenHash: string,
  isKnown: boolean,
  now: Date,
): Promise<void> {
  const sessions = sessionRepository(tx);
  const expiresAt = refreshTokenEnd(now);
  if (row.tokenHash !== tokenHash) await sessions.markUsed(row.tokenHash, now);
  if (isKnown) await sessions.extend(tokenHash, expiresAt);
  else {
    const { userId, deviceId } = row;
    await sessions.insert({ tokenHash, userId, deviceId, createdAt: now, expiresAt });
  }
  await sessions.deleteEndedBefore(row.deviceId, new Date(now.getTime() - ENDED_KEPT_DAYS * 86_400_000));
}
