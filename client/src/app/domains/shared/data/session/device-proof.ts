import { exportJWK } from 'jose/key/export';
import { SignJWT } from 'jose/jwt/sign';

/**
 * A DPoP proof (RFC 9449): a request to `url` comes from the holder of the key.
 * @param tokenHash of the refresh token that it goes with; the hub judges it by that, not by this machine's clock
 */
export async function signProof(key: CryptoKeyPair, url: string, tokenHash: string | null): Promise<string> {
  const { kty, crv, x, y } = await exportJWK(key.publicKey);
  const claims = { htm: 'POST', htu: url, ...(tokenHash === null ? {} : { rth: tokenHash }) };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: { kty, crv, x, y } as JsonWebKey })
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .sign(key.privateKey);
}
