import { createHash, randomBytes } from 'node:crypto';

/** Sixty days from the last exchange: a rep back from a long leave does not type his password again. */
export const REFRESH_TOKEN_DAYS = 60;

/**
 * How long a token that was just exchanged may be shown again. The network of a rep on the road drops answers: his
 * device then holds a token that the hub calls used. Within this time, and as long as nobody has used the successor,
 * it gets a fresh successor; the lost one ends. Later, or once the successor is in use, two parties hold the token.
 */
export const REFRESH_GRACE_SECONDS = 30;

export function newRefreshToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. It has 256 random bits: a fast digest is enough, unlike for a password. */
export function refreshTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function refreshTokenEnd(now: Date): Date {
  return new Date(now.getTime() + REFRESH_TOKEN_DAYS * 86_400_000);
}
