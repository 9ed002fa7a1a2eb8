import { hash, verify } from '@node-rs/argon2';

/**
 * argon2id as OWASP's password storage sheet asks for: 19 MiB, two passes. A hash carries its own parameters, so they
 * can be raised later without touching the stored ones.
 */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The encoded argon2id hash of a password (97 characters, salt included). */
export async function hashPassword(plain: string): Promise<string> {
  return hash(plain.normalize('NFC'), PARAMETERS);
}

/** True when the password is the one behind the hash. A hash that cannot be read matches nothing. */
export async function verifyPassword(encoded: string, plain: string): Promise<boolean> {
  try {
    return await verify(encoded, plain.normalize('NFC'));
  } catch {
    return false;
  }
}
