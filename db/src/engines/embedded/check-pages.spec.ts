import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWinpneuTables, migrate } from '../../migrate.ts';
import { damagePage } from '../../testing/damage-page.ts';
import type { PageCheck } from '../database.ts';
import { BaseDamaged } from '../engine-errors.ts';
import { openDatabase } from '../open-database.ts';

describe('checkPages', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tournee-pages-'));
    file = join(folder, 'hub.sqlite');
    const database = await openDatabase(`sqlite:${file}`);
    await createWinpneuTables(database);
    await migrate(database);
    await database.close();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function check(limitMs = 60_000): Promise<PageCheck> {
    const database = await openDatabase(`sqlite:${file}`);
    try {
      return await database.checkPages(limitMs);
    } finally {
      await database.close();
    }
  }

  it('finds nothing in a base that is as it was made', async () => {
    expect(await check()).toEqual({ state: 'sound' });
  });

  it('finds a damaged page, which opening the base does not', async () => {
    await damagePage(file);
    const found = await check();
    if (found.state !== 'damaged') throw new Error(found.state);
    expect(found.damages.length).toBeGreaterThan(0);
    expect(found.problem).toBeInstanceOf(BaseDamaged);
    expect(found.problem.message).toMatch(/The base ".*" is damaged \(.+\): .*restore the last backup/);
  });

  it('stops at its limit', async () => {
    expect(await check(1)).toMatchObject({ state: 'unfinished' });
  });

  it('is said by the opening when it cannot read the schema', async () => {
    const handle = await open(file, 'r+');
    await handle.write(Buffer.alloc(64, 0xff), 0, 64, 100);
    await handle.close();
    await expect(check()).rejects.toBeInstanceOf(BaseDamaged);
  });
});
