import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EmbeddedStore } from './embedded-store.ts';
import { Connection } from './connection.ts';
import { LogFlush } from './log-flush.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tournee-flush-'));
  file = join(folder, 'hub.sqlite');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('LogFlush', () => {
  it('has nothing to do without a log', async () => {
    const log = new LogFlush(file);
    await expect(log.flush()).resolves.toBeUndefined();
    await log.close();
  });

  it('serves all who wait by one call, and whoever comes later by the next one', async () => {
    await writeFile(`${file}-wal`, 'frames');
    const log = new LogFlush(file);
    const first = log.flush();
    const second = log.flush();
    expect(log.flush()).toBe(second);
    expect(second).not.toBe(first);
    await Promise.all([first, second]);
    await log.close();
  });

  it('tells when the log cannot be opened', async () => {
    const log = new LogFlush(join(file, 'not', 'a', 'folder'));
    await writeFile(file, '');
    await expect(log.flush()).rejects.toMatchObject({ code: 'ENOTDIR' });
    await log.close();
  });
});

describe('a deferred transaction', () => {
  it('does not wait for the disk, and the next one does again', async () => {
    new DatabaseSync(file).close();
    const open = (pragmas: string[]): Connection => new Connection(file, pragmas);
    const writer = open(['journal_mode = wal', 'synchronous = full']);
    const store = new EmbeddedStore({ reader: open([]), writer }, { lockTimeout: 1000, synchronous: 'full' });
    const seen: string[] = [];
    const command = writer.command.bind(writer);
    writer.command = (sql) => {
      seen.push(sql);
      command(sql);
    };
    (await store.begin('deferred')).commit();
    (await store.begin()).rollback();
    expect(seen).toEqual([
      'pragma synchronous = normal',
      'begin immediate',
      'commit',
      'pragma synchronous = full',
      'begin immediate',
      'rollback',
    ]);
    await store.close();
  });
});
