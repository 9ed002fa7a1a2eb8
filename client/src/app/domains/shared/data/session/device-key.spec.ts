import { keyValueStore } from '../../../../local-db/storage/key-value-store.ts';
import { createDeviceKey, refreshTokenHash } from './device-key.ts';

const URL = 'https://tournee.exemple.fr/graphql';

function setSecure(isSecure: boolean): void {
  Object.defineProperty(window, 'isSecureContext', { value: isSecure, configurable: true });
}

beforeEach(() => {
  setSecure(true);
});
afterEach(async () => {
  await keyValueStore.removeAll('device-key');
});

function partOf(proof: string | null, index: number): Record<string, unknown> {
  return JSON.parse(Buffer.from(proof?.split('.')[index] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;
}

describe('createDeviceKey', () => {
  it('proves requests with one key, also in another tab and at the next start', async () => {
    const [tab, other] = [createDeviceKey(keyValueStore), createDeviceKey(keyValueStore)];
    const proofs = await Promise.all([tab.prove(URL, null), other.prove(URL, 'ab')]);
    const [first, second] = proofs.map((proof) => partOf(proof, 0));
    expect(first).toMatchObject({ alg: 'ES256', typ: 'dpop+jwt', jwk: { kty: 'EC', crv: 'P-256' } });
    expect(second?.['jwk']).toEqual(first?.['jwk']);
    expect(first?.['jwk']).not.toHaveProperty('d');
    expect(partOf(proofs[1] ?? null, 1)).toMatchObject({ htm: 'POST', htu: URL, rth: 'ab' });
  });

  it('keeps a key that cannot be read out', async () => {
    await createDeviceKey(keyValueStore).prove(URL, null);
    const kept = await keyValueStore.read<CryptoKeyPair>('device-key');
    expect(kept?.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', kept?.privateKey as CryptoKey)).rejects.toThrow();
  });

  it('proves nothing where the browser has no WebCrypto', async () => {
    setSecure(false);
    expect(await createDeviceKey(keyValueStore).prove(URL, null)).toBeNull();
  });
});

describe('refreshTokenHash', () => {
  it('is the SHA-256 in hexadecimal digits', async () => {
    expect(await refreshTokenHash('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
