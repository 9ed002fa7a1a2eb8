import { calculateJwkThumbprint, EmbeddedJWK, errors, jwtVerify } from 'jose';
import { deviceKeyMissing } from '../../errors.ts';

/** That a request comes from the holder of a key. */
export interface DeviceProof {
  /** RFC 7638 thumbprint of the key. */
  keyThumbprint: string;
  /** The refresh token it was made for, by its hash; null for a sign-in, which has none yet. */
  tokenHash: string | null;
}

const PATH = '/graphql';
const LONGEST = 2000;
const TOKEN_HASH = /^[0-9a-f]{64}$/;

/**
 * Reads a DPoP proof (RFC 9449). It is bound to one refresh token, not to a time: the clocks of laptops are wrong by
 * days, and the same proof shown again only gets the same answer again. The host is not compared, since proxies change
 * it; the token is this hub's own.
 * @param header `DPoP` header of the request; null when there is none
 * @throws UNAUTHENTICATED for what is no proof
 */
export async function readDeviceProof(header: string | null): Promise<DeviceProof | null> {
  if (header === null) return null;
  if (header.length > LONGEST) throw deviceKeyMissing();
  try {
    const { payload, protectedHeader } = await jwtVerify(header, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: ['ES256'],
      requiredClaims: ['iat', 'jti', 'htm', 'htu'],
    });
    if (payload['htm'] !== 'POST' || !isOurs(payload['htu'])) throw deviceKeyMissing();
    const keyThumbprint = await calculateJwkThumbprint(protectedHeader.jwk ?? {});
    const tokenHash = payload['rth'] ?? null;
    if (tokenHash !== null && !(typeof tokenHash === 'string' && TOKEN_HASH.test(tokenHash)))
      throw deviceKeyMissing();
    return { keyThumbprint, tokenHash };
  } catch (error) {
    // A key that cannot be imported is a TypeError or a DOMException, as WebCrypto likes.
    if (error instanceof errors.JOSEError || error instanceof TypeError || error instanceof DOMException)
      throw deviceKeyMissing();
    throw error;
  }
}

function isOurs(htu: unknown): boolean {
  return typeof htu === 'string' && URL.parse(htu)?.pathname === PATH;
}
