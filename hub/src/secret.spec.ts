import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSecret } from './secret.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tournee-secret-'));
  file = join(folder, 'secret.key');
});
afterEach(() => rm(folder, { recursive: true }));

describe('loadSecret', () => {
  it('makes a key that only its owner may read, and keeps it', async () => {
    const secret = await loadSecret(folder);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(48);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await loadSecret(folder)).toBe(secret);
  });

  it('gives all hubs that start at once the same key', async () => {
    const secrets = await Promise.all(Array.from({ length: 8 }, () => loadSecret(folder)));
    expect(new Set(secrets)).toEqual(new Set([await readFile(file, 'utf8')]));
  });

  it('waits for another hub that has just made the file', async () => {
    await writeFile(file, '');
    const secret = 'k'.repeat(40);
    setTimeout(() => void writeFile(file, secret), 100);
    expect(await loadSecret(folder)).toBe(secret);
  });

  it('says what to do about a file without a key', async () => {
    await writeFile(file, 'short');
    await expect(loadSecret(folder)).rejects.toThrow(/secret\.key holds no usable key: delete it/);
  });
});
