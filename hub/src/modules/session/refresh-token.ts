import { createHash, createHmac, randomBytes } from 'node:crypto';

/** Sixty days from the last exchange: a rep back from a long leave does not type the password again. */
export const REFRESH_TOKEN_DAYS = 60;

/**
 * How long a plain API client, which proves nothing, may show a token again once its successor is in use. Until the
 * successor is in use its answer was lost, and there is no limit.
 */
export const UNPROVED_REPLAY_MINUTES = 15;

export function newRefreshToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. It has 256 random bits: a fast digest is enough, unlike for a password. */
export function refreshTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * The one token that a token is exchanged for: always the same, so that a request that comes twice, or whose answer was
 * lost, gets the same answer. Whoever reads the database cannot make it without the hub's secret.
 */
export function successorOf(secret: string, tokenHash: string): string {
  return createHmac('sha256', secret).update(`refresh-token:${tokenHash}`).digest('base64url');
}

export function refreshTokenEnd(now: Date): Date {
  return new Date(now.getTime() + REFRESH_TOKEN_DAYS * 86_400_000);
}
