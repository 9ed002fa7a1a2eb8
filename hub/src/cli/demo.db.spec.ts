import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { client, parseDatabaseUrl } from '@tournee/db';
import { openTestDatabase, type TestDatabase } from '@tournee/db/testing';

const PROGRAM = fileURLToPath(new URL('demo.ts', import.meta.url));

let test: TestDatabase;
beforeEach(async () => (test = await openTestDatabase()));
afterEach(() => test.remove());

async function demo(input: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [PROGRAM], {
    env: { DATABASE_URL: test.url, NODE_COMPILE_CACHE: join(tmpdir(), 'tournee-compile-cache') },
  });
  child.stdin.on('error', () => undefined).end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

const clients = () => test.database.db.select({ name: client.nomClient }).from(client);

describe('npm run demo', () => {
  it('shows what is in the base and asks; another answer leaves it alone', async () => {
    const { code, stdout, stderr } = await demo('yes\n');
    expect([code, stdout]).toEqual([1, 'Nothing was written.\n']);
    expect(stderr).toContain('0  dbo.client\n');
    expect(await clients()).toEqual([]);
  }, 60_000);

  it('fills an empty base whose name is typed', async () => {
    const address = parseDatabaseUrl(test.url);
    const name = address.engine === 'embedded' ? 'demo' : address.database;
    const { code, stdout } = await demo(`${name}\n`);
    expect([code, stdout]).toEqual([0, expect.stringContaining('direction')]);
    expect((await clients()).length).toBe(1200);
  }, 120_000);

  it('refuses a base that holds a client, without asking', async () => {
    await test.database.db.insert(client).values({ cClient: 'C0001', nomClient: 'Pneus du Lac' });
    const { code, stdout, stderr } = await demo('demo\n');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('The base is not empty (rows: dbo.client 1): nothing was written.');
    expect(await clients()).toEqual([{ name: 'Pneus du Lac' }]);
  }, 60_000);
});
