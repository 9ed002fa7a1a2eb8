import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { createTokenVault, type TokenVault, type VaultOptions } from './token-vault.ts';

const inFolder = temporaryFolder();
const SECRET = '{"refreshToken":"r-42"}';

/** Stands for the operating system: real encryption under a key that the test holds. */
class Machine {
  readonly key = randomBytes(32);
  isAvailable = true;
  backend: ReturnType<VaultOptions['encryption']['getSelectedStorageBackend']> = 'gnome_libsecret';
  shouldReEncrypt = false;
  delayMs = 0;

  readonly isAsyncEncryptionAvailable = (): Promise<boolean> => Promise.resolve(this.isAvailable);
  readonly getSelectedStorageBackend = (): typeof this.backend => this.backend;

  readonly encryptStringAsync = async (text: string): Promise<Buffer> => {
    await new Promise((later) => setTimeout(later, this.delayMs));
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  };

  readonly decryptStringAsync = async (
    content: Buffer,
  ): Promise<{ result: string; shouldReEncrypt: boolean }> => {
    const decipher = createDecipheriv('aes-256-gcm', this.key, content.subarray(0, 12));
    decipher.setAuthTag(content.subarray(12, 28));
    const result = Buffer.concat([decipher.update(content.subarray(28)), decipher.final()]).toString('utf8');
    return { result, shouldReEncrypt: this.shouldReEncrypt };
  };
}

let machine: Machine;
let logged: string[];

beforeEach(() => {
  machine = new Machine();
  logged = [];
});

function open(platform: NodeJS.Platform = 'win32'): TokenVault {
  const log = (message: string): void => {
    logged.push(message);
  };
  return createTokenVault({ file: inFolder('data', 'tokens.bin'), encryption: machine, platform, log });
}

/** Everything that stands on disk, in one text. */
function onDisk(): string {
  if (!existsSync(inFolder('data'))) return '';
  return readdirSync(inFolder('data'))
    .map((name) => readFileSync(inFolder('data', name), 'latin1'))
    .join('');
}

describe('write', () => {
  it('keeps the tokens for the next start', async () => {
    expect(await open().write(SECRET)).toBe('kept');
    expect(await open().read()).toBe(SECRET);
  });

  it('puts no plain text on disk, and nothing for other users of the machine', async () => {
    await open().write(SECRET);
    expect(onDisk()).not.toContain('r-42');
    expect(readdirSync(inFolder('data'))).toEqual(['tokens.bin']);
    if (process.platform !== 'win32') expect(statSync(inFolder('data', 'tokens.bin')).mode & 0o077).toBe(0);
  });

  it('keeps the tokens until quit, in memory only, where the system cannot encrypt', async () => {
    machine.isAvailable = false;
    const vault = open();
    expect(await vault.write(SECRET)).toBe('until-quit');
    expect(await vault.read()).toBe(SECRET);
    expect(onDisk()).toBe('');
    expect(await open().read()).toBeNull();
  });

  it.each(['basic_text', 'unknown'] as const)('does not trust the backend %s of Linux', async (backend) => {
    machine.backend = backend;
    expect(await open('linux').write(SECRET)).toBe('until-quit');
    expect(onDisk()).toBe('');
  });

  it('does not ask Windows for a backend it does not have', async () => {
    machine.backend = 'basic_text';
    expect(await open('win32').write(SECRET)).toBe('kept');
  });

  it('drops the old tokens when the new ones cannot be kept', async () => {
    await open().write('{"refreshToken":"r-41"}');
    machine.isAvailable = false;
    expect(await open().write(SECRET)).toBe('until-quit');
    machine.isAvailable = true;
    expect(await open().read()).toBeNull();
  });

  it('keeps the tokens until quit when the disk refuses them', async () => {
    mkdirSync(inFolder('data', 'tokens.bin.tmp'), { recursive: true });
    const vault = open();
    expect(await vault.write(SECRET)).toBe('until-quit');
    expect(await vault.read()).toBe(SECRET);
  });

  it('says why in the log, without the tokens', async () => {
    machine.isAvailable = false;
    await open().write(SECRET);
    expect(logged).toHaveLength(1);
    expect(logged.join()).not.toContain('r-42');
  });

  it('keeps the last of several writes at once', async () => {
    const vault = open();
    machine.delayMs = 5;
    const slow = vault.write('first');
    machine.delayMs = 0;
    await Promise.all([slow, vault.write('second')]);
    expect(await open().read()).toBe('second');
  });
});

describe('read', () => {
  it('gives null when nothing was kept', async () => {
    expect(await open().read()).toBeNull();
  });

  it('gives null for what another account encrypted', async () => {
    await open().write(SECRET);
    machine = new Machine();
    expect(await open().read()).toBeNull();
    expect(logged).toHaveLength(1);
  });

  it('gives null for a damaged file', async () => {
    mkdirSync(inFolder('data'));
    writeFileSync(inFolder('data', 'tokens.bin'), 'x');
    expect(await open().read()).toBeNull();
  });

  it('encrypts afresh when the key of the system has changed', async () => {
    await open().write(SECRET);
    const before = readFileSync(inFolder('data', 'tokens.bin'));
    machine.shouldReEncrypt = true;
    expect(await open().read()).toBe(SECRET);
    expect(readFileSync(inFolder('data', 'tokens.bin')).equals(before)).toBe(false);
    machine.shouldReEncrypt = false;
    expect(await open().read()).toBe(SECRET);
  });
});

describe('clear', () => {
  it('leaves nothing on disk nor in memory', async () => {
    const vault = open();
    await vault.write(SECRET);
    await vault.clear();
    expect(await vault.read()).toBeNull();
    expect(onDisk()).toBe('');
    expect(await open().read()).toBeNull();
  });

  it('comes after a renewal that is under way, not before', async () => {
    const vault = open();
    machine.delayMs = 5;
    await Promise.all([vault.write(SECRET), vault.clear()]);
    expect(await vault.read()).toBeNull();
    expect(onDisk()).toBe('');
  });

  it('does nothing when there is nothing', async () => {
    await expect(open().clear()).resolves.toBeUndefined();
  });
});
