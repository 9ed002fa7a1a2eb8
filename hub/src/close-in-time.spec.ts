import { openDatabase } from '@tournee/db';
import { startFakeTdsServer } from '@tournee/db/testing/fake-tds';
import { closeInTime } from './close-in-time.ts';

describe('closeInTime', () => {
  it('is done as soon as all is closed', async () => {
    expect(await closeInTime(() => Promise.resolve(), 60_000)).toBe('closed');
  });

  it('passes on what went wrong', async () => {
    await expect(closeInTime(() => Promise.reject(new Error('no')), 60_000)).rejects.toThrow('no');
  });

  it('does not wait for a database that holds its answers', async () => {
    const server = await startFakeTdsServer();
    const database = await openDatabase(server.url);
    server.meet((request) => (request === 'begin' ? 'hold' : 'answer'));
    const held = database.transaction(() => Promise.resolve()).catch(() => 'cut');
    while (!server.seen.includes('begin')) await new Promise((resolve) => setTimeout(resolve, 5));
    const startedAt = Date.now();
    const closing = database.close();
    expect(await closeInTime(() => closing, 200)).toBe('late');
    expect(Date.now() - startedAt).toBeLessThan(2000);
    await server.close();
    expect(await held).toBe('cut');
    await closing;
  });
});
