import { InjectionToken } from '@angular/core';
import { keyValueStore, type KeyValueStore } from '../../../../local-db/storage/key-value-store.ts';
import type * as Proofs from './device-proof.ts';
import { withTabLock } from '../tab-lock.ts';

/** Proves to the hub that a request comes from this device. */
export interface DeviceKey {
  /**
   * The `DPoP` header of a request; null where the browser has no WebCrypto (plain http in a local network).
   * @param tokenHash of the refresh token that it goes with, if there is one
   */
  prove(url: string, tokenHash: string | null): Promise<string | null>;
  /** The next proof is made with a new key: sessions tied to this one are over for this device. */
  forget(): Promise<void>;
}

export const DEVICE_KEY = new InjectionToken<DeviceKey>('DEVICE_KEY', {
  providedIn: 'root',
  factory: () => createDeviceKey(keyValueStore),
});

/**
 * Needed once in a quarter of an hour, and only with a network: not part of the first load. Null when it cannot be loaded
 * for a sign-in: what is in the way then answers the sign-in itself, and is named. The first renewal ties the session.
 */
async function loadProofs(tokenHash: string | null): Promise<Pick<typeof Proofs, 'signProof'> | null> {
  try {
    return await import('./device-proof.ts');
  } catch (error) {
    if (tokenHash === null) return null;
    throw error;
  }
}

const RECORD = 'device-key';
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/**
 * One key per browser profile, under Electron per Windows account. Threat: a copied refresh token. The private key
 * cannot be read out, by this page either; IndexedDB keeps it as it is.
 */
export function createDeviceKey(store: KeyValueStore): DeviceKey {
  const obtain = (): Promise<CryptoKeyPair> =>
    withTabLock('tournee-device-key', async () => {
      const kept = await store.read<CryptoKeyPair>(RECORD);
      if (kept !== null) return kept;
      const made = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
      await store.write(RECORD, made);
      return made;
    });
  return {
    async prove(url, tokenHash) {
      if (!window.isSecureContext) return null;
      const [proofs, key] = await Promise.all([loadProofs(tokenHash), obtain()]);
      return proofs === null ? null : proofs.signProof(key, url, tokenHash);
    },
    forget: () => store.remove(RECORD),
  };
}

/** What a proof names a refresh token by: its SHA-256 in hexadecimal digits; null without WebCrypto. */
export async function refreshTokenHash(token: string): Promise<string | null> {
  if (!window.isSecureContext) return null;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
