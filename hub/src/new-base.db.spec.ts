import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appUserRepository, openDatabase } from '@tournee/db';
import { makeNewBase } from './new-base.ts';

describe('makeNewBase', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tournee-new-base-'));
    file = join(folder, 'hub.sqlite');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('puts a base in its place when it is whole', async () => {
    await makeNewBase(file, () => Promise.resolve());
    expect(await readdir(folder)).toEqual(['hub.sqlite']);
    const database = await openDatabase(`sqlite:${file}`);
    expect(await appUserRepository(database.db).isEmpty()).toBe(true);
    await database.close();
  });

  it('leaves nothing of one that could not be filled, nor of a start that was killed', async () => {
    await writeFile(`${file}.999999999.new`, 'half a base');
    await writeFile(`${file}.999999999.new-wal`, 'its log');
    await expect(makeNewBase(file, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    expect(await readdir(folder)).toEqual([]);
  });

  it('never overwrites what another process has made meanwhile', async () => {
    await makeNewBase(file, () => writeFile(file, 'theirs'));
    expect(await readdir(folder)).toEqual(['hub.sqlite']);
  });
});
