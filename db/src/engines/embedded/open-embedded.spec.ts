import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../migrate.ts';
import { DatabaseUnreachable } from '../engine-errors.ts';
import { openDatabase } from '../open-database.ts';

describe('openEmbedded', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tournee-open-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('makes the folder and the file', async () => {
    const database = await openDatabase(`sqlite:${join(folder, 'a', 'b', 'hub.sqlite')}`);
    await expect(database.ping()).resolves.toBeUndefined();
    await database.close();
  });

  it('lets nobody else read the base, its log or its folder, nor one that was open to all', async () => {
    const inside = join(folder, 'data');
    const file = join(inside, 'hub.sqlite');
    const modes = () =>
      Promise.all(
        [inside, file, `${file}-wal`, `${file}-shm`].map(async (path) => (await stat(path)).mode & 0o777),
      );
    const write = async (): Promise<number[]> => {
      const database = await openDatabase(`sqlite:${file}`);
      await migrate(database);
      const found = await modes();
      await database.close();
      return found;
    };
    expect(await write()).toEqual([0o700, 0o600, 0o600, 0o600]);
    await chmod(file, 0o644);
    expect(await write()).toEqual([0o700, 0o600, 0o600, 0o600]);
  });

  it('says which folder it cannot write to', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const opening = openDatabase(`sqlite:${join(file, 'hub.sqlite')}`);
    await expect(opening).rejects.toBeInstanceOf(DatabaseUnreachable);
    await expect(opening).rejects.toThrow(`The base cannot be written in "${file}"`);
  });

  it('leaves a file alone that is no database', async () => {
    const file = join(folder, 'hub.sqlite');
    await writeFile(file, 'c_client;nom_client\n'.repeat(100));
    const opening = openDatabase(`sqlite:${file}`);
    await expect(opening).rejects.toBeInstanceOf(DatabaseUnreachable);
    await expect(opening).rejects.toThrow('is not a base of Tournée');
  });

  it('says that a folder is no file', async () => {
    await expect(openDatabase(`sqlite:${folder}`)).rejects.toBeInstanceOf(DatabaseUnreachable);
  });
});
