import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SafeStorage } from 'electron';

type Encryption = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

export interface TokenVault {
  /** The tokens, or null when there are none that this machine can decrypt. */
  read(): Promise<string | null>;
  /** Keeps the tokens: `kept` on disk and encrypted, or only `until-quit` where that cannot be had. */
  write(tokens: string): Promise<'kept' | 'until-quit'>;
  clear(): Promise<void>;
}

export interface VaultOptions {
  file: string;
  encryption: Encryption;
  platform: NodeJS.Platform;
  /** Told of what went wrong, never of the tokens. */
  log: (message: string) => void;
}

/**
 * Session tokens, encrypted by the operating system (DPAPI, Keychain, the keyring of Linux).
 * Threat: someone who copies the user's folder. So plain text never reaches the disk, and where the system cannot
 * encrypt, the tokens live in memory until quit; the user signs in again at the next start.
 */
export function createTokenVault(options: VaultOptions): TokenVault {
  const { file, encryption, log } = options;
  let inMemory: string | null | undefined;
  let last: Promise<unknown> = Promise.resolve();

  // One at a time: a renewal under way must not come back after a sign-out.
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };

  return {
    read: () =>
      inTurn(async () => {
        if (inMemory === undefined) inMemory = await readEncrypted(options);
        return inMemory;
      }),
    write: (tokens) =>
      inTurn(async () => {
        inMemory = tokens;
        try {
          if (!(await canEncrypt(options))) throw new Error('the system offers no encryption');
          await replaceFile(file, await encryption.encryptStringAsync(tokens));
          return 'kept';
        } catch (error) {
          log(`tokens are not kept on disk: ${reasonOf(error)}`);
          // What is there is older than what is in memory: better none than an old one.
          await rm(file, { force: true });
          return 'until-quit';
        }
      }),
    clear: () =>
      inTurn(async () => {
        inMemory = null;
        await rm(file, { force: true });
        await rm(draftOf(file), { force: true });
      }),
  };
}

async function readEncrypted({ file, encryption, log }: VaultOptions): Promise<string | null> {
  let encrypted: Buffer;
  try {
    encrypted = await readFile(file);
  } catch {
    return null;
  }
  try {
    const { result, shouldReEncrypt } = await encryption.decryptStringAsync(encrypted);
    if (shouldReEncrypt)
      await replaceFile(file, await encryption.encryptStringAsync(result)).catch(() => undefined);
    return result;
  } catch (error) {
    // Another Windows account, a restored backup, a reset keyring: the user signs in again.
    log(`kept tokens cannot be decrypted: ${reasonOf(error)}`);
    return null;
  }
}

async function canEncrypt({ encryption, platform }: VaultOptions): Promise<boolean> {
  if (!(await encryption.isAsyncEncryptionAvailable())) return false;
  // Without a keyring, Chromium "encrypts" with a password that is written in its source.
  return platform !== 'linux' || !['basic_text', 'unknown'].includes(encryption.getSelectedStorageBackend());
}

/** Swaps the file whole and flushed: a power cut leaves the tokens of before or those of now. */
async function replaceFile(file: string, content: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = await open(draftOf(file), 'w', 0o600);
  try {
    await draft.writeFile(content);
    await draft.sync();
  } finally {
    await draft.close();
  }
  await rename(draftOf(file), file);
}

const draftOf = (file: string): string => `${file}.tmp`;
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
