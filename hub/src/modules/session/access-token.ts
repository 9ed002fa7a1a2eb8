import { errors, jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../../clock.ts';

/** A quarter of an hour: how long a token outlives what the database would say, were it not asked on each request. */
export const ACCESS_TOKEN_MINUTES = 15;

const ISSUER = 'tournee';
const ALGORITHM = 'HS256';

export interface AccessClaims {
  userId: number;
  deviceId: string;
  role: string;
}

export interface AccessTokens {
  issue(claims: AccessClaims): Promise<{ token: string; expiresAt: Date }>;
  /** Null when the token is not ours, was changed, or has ended. */
  verify(token: string): Promise<(AccessClaims & { expiresAt: Date }) | null>;
}

/** Access tokens: JWTs signed with the hub's secret, which all hub processes of one base share. */
export function createAccessTokens(secret: string, clock: Clock): AccessTokens {
  const key = new TextEncoder().encode(secret);
  return {
    async issue({ userId, deviceId, role }) {
      const issuedAt = Math.floor(clock.now().getTime() / 1000);
      const expiresAt = issuedAt + ACCESS_TOKEN_MINUTES * 60;
      const token = await new SignJWT({ device: deviceId, role })
        .setProtectedHeader({ alg: ALGORITHM })
        .setIssuer(ISSUER)
        .setSubject(String(userId))
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiresAt)
        .sign(key);
      return { token, expiresAt: new Date(expiresAt * 1000) };
    },

    async verify(token) {
      try {
        // The list of algorithms shuts out `none` and a token signed for another purpose.
        const { payload } = await jwtVerify(token, key, {
          algorithms: [ALGORITHM],
          issuer: ISSUER,
          currentDate: clock.now(),
          requiredClaims: ['sub', 'exp', 'device', 'role'],
        });
        const { sub, exp, device, role } = payload as {
          sub: string;
          exp: number;
          device: string;
          role: string;
        };
        return { userId: Number(sub), deviceId: device, role, expiresAt: new Date(exp * 1000) };
      } catch (error) {
        if (error instanceof errors.JOSEError) return null;
        throw error;
      }
    },
  };
}
