import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** What a device proves its requests with, as the app does. Made when it is first needed. */
export class DeviceKey {
  #pair: ReturnType<typeof generateKeyPair> | null = null;

  /** The `DPoP` header of a request. `tokenHash`: of the refresh token that it goes with. */
  async prove(hubUrl: string, tokenHash: string | null): Promise<string> {
    const { privateKey, publicKey } = await (this.#pair ??= generateKeyPair('ES256'));
    const claims = {
      htm: 'POST',
      htu: `${hubUrl}/graphql`,
      ...(tokenHash === null ? {} : { rth: tokenHash }),
    };
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: await exportJWK(publicKey) })
      .setJti(randomUUID())
      .setIssuedAt()
      .sign(privateKey);
  }
}
