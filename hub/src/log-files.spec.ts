import type { EventEmitter } from 'node:events';
import { mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLogFile, pruneLogFiles } from './log-files.ts';
import { createLog } from './logger.ts';

/** The day of this machine, as the file names have it. */
const format = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

describe('log files', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tournee-logs-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('hold JSON lines, without secrets', async () => {
    const logs = join(folder, 'new', 'logs');
    const file = await openLogFile(logs);
    createLog({ file }).info({ requestId: 'r1', password: 'très secret' }, 'request');
    const ended = new Promise((resolve) => file.on('close', resolve));
    file.end();
    await ended;
    const [name = ''] = await readdir(logs);
    expect(name).toMatch(/^tournee-.+\.\d{4}-\d\d-\d\d\.1\.log$/);
    const line = JSON.parse(await readFile(join(logs, name), 'utf8')) as object;
    expect(line).toMatchObject({ requestId: 'r1', msg: 'request' });
    expect(line).not.toHaveProperty('password');
  });

  // What every write to it says is that the disk is full.
  const isLinux = process.platform === 'linux';
  (isLinux ? it : it.skip)('do not take the hub down when the disk is full', async () => {
    const day = format(new Date());
    await symlink('/dev/full', join(folder, `tournee-${hostname()}-${String(process.pid)}.${day}.1.log`));
    const file = await openLogFile(folder);
    // Without a listener of its own, the first line would end the process.
    expect((file as unknown as EventEmitter).listenerCount('error')).toBe(1);
    const failed = new Promise((resolve) => file.on('error', resolve));
    createLog({ file }).info('a line');
    expect(await failed).toMatchObject({ code: 'ENOSPC' });
  });

  it('are deleted when they are old, and nothing else is', async () => {
    const old = new Date('2026-01-01T00:00:00Z');
    for (const name of ['tournee-a-1.2026-01-01.1.log', 'tournee-a-1.2026-11-24.1.log', 'hub.sqlite']) {
      await writeFile(join(folder, name), 'x');
      if (!name.includes('11-24')) await utimes(join(folder, name), old, old);
    }
    expect(await pruneLogFiles(folder, new Date('2026-02-01T00:00:00Z'))).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(['hub.sqlite', 'tournee-a-1.2026-11-24.1.log']);
    expect(await pruneLogFiles(join(folder, 'none'), old)).toBe(0);
  });
});
