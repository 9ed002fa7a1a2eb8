import { randomUUID } from 'node:crypto';
import {
  appUserRepository,
  type Database,
  deviceKeyRepository,
  deviceRepository,
  type Queryable,
  sessionRepository,
  type UserRecord,
} from '@tournee/db';
import type { Clock } from '../../clock.ts';
import { badInput, refuse, sessionRevoked, unauthenticated } from '../../errors.ts';
import type { Log } from '../../logger.ts';
import type { AccessTokens } from './access-token.ts';
import { readDeviceProof } from './device-proof.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { passwordFault } from './password-rules.ts';
import { newRefreshToken, refreshTokenEnd, refreshTokenHash } from './refresh-token.ts';
import { sessionMessages } from './session.messages.ts';
import type { SignInLimits } from './sign-in-limits.ts';
import { exchangeToken } from './token-exchange.ts';

export interface OpenSession {
  accessToken: string;
  refreshToken: string;
  refreshTokenHash: string;
  expiresAt: Date;
  deviceId: string;
  user: UserRecord;
}

export interface AuthenticatedUser {
  user: UserRecord;
  deviceId: string;
  tokenExpiresAt: Date;
}

export interface SessionDependencies {
  database: Database;
  clock: Clock;
  tokens: AccessTokens;
  limits: SignInLimits;
  log: Log;
  /** Of which the successors of refresh tokens are made. */
  secret: string;
}

interface SignIn {
  userName: string;
  password: string;
  deviceName: string;
  address: string;
  /** `DPoP` header. */
  proof: string | null;
}

interface PasswordChange {
  userId: number;
  deviceId: string;
  currentPassword: string;
  newPassword: string;
}

const DEVICE_NAME_LENGTH = 80;
const UNNAMED_DEVICE = 'Appareil sans nom';

export class SessionService {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #tokens: AccessTokens;
  readonly #limits: SignInLimits;
  readonly #log: Log;
  readonly #secret: string;
  /** An unknown user costs as much time as a known one with a wrong password. */
  readonly #decoy = hashPassword(newRefreshToken());

  constructor({ database, clock, tokens, limits, log, secret }: SessionDependencies) {
    this.#database = database;
    this.#clock = clock;
    this.#tokens = tokens;
    this.#limits = limits;
    this.#log = log;
    this.#secret = secret;
  }

  /** @throws BAD_CREDENTIALS, TOO_MANY_ATTEMPTS, or FORBIDDEN for a deactivated account */
  async signIn({ userName, password, deviceName, address, proof }: SignIn): Promise<OpenSession> {
    const name = userName.trim();
    const key = await readDeviceProof(proof);
    const user = await appUserRepository(this.#database.db).findByName(name);
    const isKnown = user && key && (await this.#isKnown(user.id, key.keyThumbprint));
    const attempt = await this.#limits.begin(name, isKnown ? { device: key.keyThumbprint } : { address });
    const isRight = await verifyPassword(user?.passwordHash ?? (await this.#decoy), password);
    if (!user || !isRight) throw refuse('BAD_CREDENTIALS', sessionMessages.badCredentials);
    await attempt.succeed();
    // Said only to whoever knows the password.
    if (!user.isActive) throw refuse('FORBIDDEN', sessionMessages.deactivated);
    const deviceId = randomUUID();
    const refreshToken = await this.#database.transaction(async (tx) => {
      const device = {
        id: deviceId,
        userId: user.id,
        name: nameOfDevice(deviceName),
        keyThumbprint: key?.keyThumbprint ?? null,
        now: this.#clock.now(),
      };
      await deviceRepository(tx).insert(device);
      return this.#grant(tx, user.id, deviceId);
    });
    return this.#open(user, deviceId, refreshToken);
  }

  /** @throws UNAUTHENTICATED (unknown token, past its end, or without its key) or SESSION_REVOKED */
  async refresh(token: string, proof: string | null): Promise<OpenSession> {
    const request = {
      token,
      proof: await readDeviceProof(proof),
      secret: this.#secret,
      now: this.#clock.now(),
    };
    const { user, deviceId, successor } = await exchangeToken(this.#database, request, (strayOf) => {
      this.#log.warn({ deviceId: strayOf }, 'a refresh token was shown without the key of its device');
    });
    return this.#open(user, deviceId, successor);
  }

  async signOut(deviceId: string): Promise<void> {
    await deviceRepository(this.#database.db).revoke(deviceId, 'signed-out', this.#clock.now());
  }

  /**
   * Replaces the password, signs the user's other devices out and opens a new session on this one.
   * @throws BAD_INPUT with the field at fault, or TOO_MANY_ATTEMPTS
   */
  async changePassword({
    userId,
    deviceId,
    currentPassword,
    newPassword,
  }: PasswordChange): Promise<OpenSession> {
    const user = await appUserRepository(this.#database.db).findById(userId);
    if (!user) throw unauthenticated();
    const attempt = await this.#limits.begin(user.userWindows, { device: deviceId });
    if (!(await verifyPassword(user.passwordHash, currentPassword))) {
      throw badInput(sessionMessages.badCurrentPassword, 'currentPassword');
    }
    await attempt.succeed();
    const isSame = newPassword === currentPassword;
    const fault = isSame ? sessionMessages.passwordUnchanged : passwordFault(newPassword, user.userWindows);
    if (fault) throw badInput(fault, 'newPassword');
    const passwordHash = await hashPassword(newPassword);
    const refreshToken = await this.#database.transaction(async (tx) => {
      const now = this.#clock.now();
      await appUserRepository(tx).setPassword(user.id, passwordHash, false, now);
      await deviceRepository(tx).revokeAll(user.id, 'password-changed', now, deviceId);
      const contact = await deviceRepository(tx).findContact(deviceId);
      // Without a key nobody can tell the device from whoever copied its tokens.
      if (contact?.device.keyThumbprint === null) await sessionRepository(tx).endAll(deviceId, now);
      return this.#grant(tx, user.id, deviceId);
    });
    return this.#open({ ...user, mustChangePassword: false }, deviceId, refreshToken);
  }

  /**
   * Who an access token belongs to. Asks the database each time: a deactivated user or a revoked device is out at his
   * next contact, not when the token ends.
   * @throws UNAUTHENTICATED or SESSION_REVOKED
   */
  async authenticate(accessToken: string): Promise<AuthenticatedUser> {
    const claims = await this.#tokens.verify(accessToken);
    const user = claims && (await this.findActive(claims.userId, claims.deviceId));
    if (!claims) throw unauthenticated();
    if (!user) throw sessionRevoked();
    return { user, deviceId: claims.deviceId, tokenExpiresAt: claims.expiresAt };
  }

  /** The user of a device; null when he is deactivated or the device revoked. */
  async findActive(userId: number, deviceId: string): Promise<UserRecord | null> {
    const contact = await deviceRepository(this.#database.db).findContact(deviceId);
    const isActive =
      contact?.user.id === userId && contact.user.isActive && contact.device.revokedAt === null;
    return isActive ? contact.user : null;
  }

  #isKnown(userId: number, keyThumbprint: string): Promise<boolean> {
    return deviceKeyRepository(this.#database.db).isKnown(userId, keyThumbprint);
  }

  async #grant(tx: Queryable, userId: number, deviceId: string): Promise<string> {
    const now = this.#clock.now();
    const refreshToken = newRefreshToken();
    const tokenHash = refreshTokenHash(refreshToken);
    await sessionRepository(tx).insert({
      tokenHash,
      userId,
      deviceId,
      createdAt: now,
      expiresAt: refreshTokenEnd(now),
    });
    return refreshToken;
  }

  async #open(user: UserRecord, deviceId: string, refreshToken: string): Promise<OpenSession> {
    const { token, expiresAt } = await this.#tokens.issue({ userId: user.id, deviceId, role: user.role });
    const tokenHash = refreshTokenHash(refreshToken);
    return { accessToken: token, refreshToken, refreshTokenHash: tokenHash, expiresAt, deviceId, user };
  }
}

function nameOfDevice(given: string): string {
  return given.trim().slice(0, DEVICE_NAME_LENGTH).trim() || UNNAMED_DEVICE;
}
