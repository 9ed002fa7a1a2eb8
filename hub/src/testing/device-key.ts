import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** What a test changes of a proof. */
interface ProofChanges {
  header?: Record<string, unknown>;
  claims?: Record<string, unknown>;
}

/** A device's key, and the proofs that are made with it. */
export interface DeviceKey {
  /** The `DPoP` header. `tokenHash`: of the refresh token that it is for. */
  proof(tokenHash?: string, changes?: ProofChanges): Promise<Record<string, string>>;
}

export async function newDeviceKey(): Promise<DeviceKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk: JWK = await exportJWK(publicKey);
  return {
    async proof(tokenHash, { header, claims } = {}) {
      const jwt = new SignJWT({
        htm: 'POST',
        htu: 'https://tournee.exemple.fr/graphql',
        ...(tokenHash === undefined ? {} : { rth: tokenHash }),
        jti: randomUUID(),
        iat: Math.floor(Date.now() / 1000),
        ...claims,
      }).setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk, ...header });
      return { dpop: await jwt.sign(privateKey) };
    },
  };
}
