import type { Session, User } from '@tournee/graphql';

/** A session as the device keeps it, so that it starts signed in, without network. */
export interface KeptSession {
  /** Origin of the hub the session is with; tokens are never sent to another. */
  hubOrigin: string;
  accessToken: string;
  /** Under Electron, and what an older version kept in a browser: there it is in a cookie that no page can read. */
  refreshToken?: string;
  /** What a proof names the token by; a session that an older version kept has none. */
  refreshTokenHash?: string;
  user: User;
}

/** A session as the hub answers it; without the token where that is in the cookie. */
export type AnsweredSession = Omit<Session, 'refreshToken'> & { refreshToken?: string };

export function keptSession(hubOrigin: string, session: AnsweredSession): KeptSession {
  const { accessToken, refreshToken, refreshTokenHash, user } = session;
  const kept = { hubOrigin, accessToken, refreshTokenHash, user };
  return refreshToken === undefined ? kept : { ...kept, refreshToken };
}

/** Reads a kept session; null when there is none, or what is there cannot be one. */
export function parseKeptSession(text: string | null): KeptSession | null {
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as Partial<KeptSession> | null;
    const isWhole =
      typeof kept?.hubOrigin === 'string' &&
      typeof kept.accessToken === 'string' &&
      (typeof kept.refreshToken === 'string' || typeof kept.refreshTokenHash === 'string') &&
      typeof kept.user?.id === 'string';
    return isWhole ? (kept as KeptSession) : null;
  } catch {
    return null;
  }
}
