import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appUserRepository, client, clientRelation } from '@tournee/db';
import { openTestDatabase, type TestDatabase } from '../src/testing/test-database.ts';
import { createDemoBase, DEMO_USERS } from './demo-base.ts';
import { generateExtract } from './generate-extract.ts';

const FILES = ['client.csv', 'client_ca.csv', 'client_relation.csv', 'liste.csv', 'utilisateur.csv'];

describe('generateExtract', () => {
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

  async function digest(seed: number): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'tournee-generate-'));
    folders.push(folder);
    await generateExtract(folder, { clients: 50, relations: 400, reps: 3, seed, today: '2026-11-24' });
    const hash = createHash('sha256');
    for (const file of FILES) hash.update(await readFile(join(folder, file)));
    return hash.digest('base64');
  }

  it('writes the same files for the same seed and day, and others for another seed', async () => {
    const first = await digest(1);
    expect(await digest(1)).toBe(first);
    expect(await digest(2)).not.toBe(first);
  });
});

describe('createDemoBase', () => {
  let test: TestDatabase;
  beforeAll(async () => (test = await openTestDatabase()));
  afterAll(() => test.remove());

  it('fills an empty base, without a bad line', async () => {
    const report = await createDemoBase(test.database, {
      now: new Date('2026-11-24T09:00:00Z'),
      hashPassword: (plain) => Promise.resolve(`hash of ${plain}`),
      size: { clients: 200, relations: 3000 },
    });
    expect(report.badLines).toEqual([]);
    const { db } = test.database;
    expect(await db.select({ code: client.cClient }).from(client)).toHaveLength(200);
    expect(await db.select({ num: clientRelation.numRelation }).from(clientRelation)).toHaveLength(3000);
    const users = await appUserRepository(db).list();
    // Only once: a base that holds anything is somebody's.
    const again = createDemoBase(test.database, {
      now: new Date(),
      hashPassword: (plain) => Promise.resolve(plain),
    });
    await expect(again).rejects.toMatchObject({ code: 'BASE_NOT_EMPTY' });
    for (const { userWindows, role } of DEMO_USERS) {
      const fields = { role, mustChangePassword: false, passwordHash: 'hash of tournee-demo' };
      expect(users).toContainEqual(expect.objectContaining({ userWindows, ...fields }));
    }
  });
});
