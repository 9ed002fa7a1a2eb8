import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { client, createWinpneuTables, openDatabase } from '@tournee/db';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

interface Run {
  child: ChildProcess;
  /** Standard output and error so far. */
  text(): string;
  ended: Promise<{ code: number | null; signal: string | null; stdout: string; stderr: string }>;
}

let folder: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tournee-main-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function run(env: Record<string, string> = {}, args: string[] = []): Run {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: {
      TOURNEE_PORT: '0',
      TOURNEE_DATA: join(folder, 'data'),
      NODE_COMPILE_CACHE: join(tmpdir(), 'tournee-compile-cache'),
      ...env,
    },
  });
  children.push(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const ended = new Promise<Awaited<Run['ended']>>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, ...output }));
  });
  return { child, ended, text: () => output.stdout + output.stderr };
}

async function ready({ text, child }: Run): Promise<string> {
  for (;;) {
    const match = /Tournée is ready: (http:\S+)/.exec(text());
    if (match) return match[1] ?? '';
    if (child.exitCode !== null) throw new Error(text());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const taken: Server[] = [];
afterEach(async () => {
  for (const server of taken.splice(0)) await new Promise((resolve) => server.close(resolve));
});

async function takePort(): Promise<number> {
  const server = createServer();
  taken.push(server);
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return (server.address() as { port: number }).port;
}

describe('main', () => {
  it('makes the demo, says where and who, keeps its data, and stops cleanly', async () => {
    const first = run({}, ['--demo']);
    const url = await ready(first);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    first.child.kill('SIGINT');
    const { code, stdout, stderr } = await first.ended;
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /Tournée is ready: http:\/\/localhost:\d+\nDemo accounts, password \S+:\n {2}igarnier .*\n {2}direction .*\n {2}compta /,
    );
    const { size } = await stat(join(folder, 'data', 'hub.sqlite'));
    const second = run({}, ['--demo']);
    await ready(second);
    second.child.kill('SIGTERM');
    expect(await second.ended).toMatchObject({ code: 0 });
    expect(second.text()).not.toContain('making the');
    expect((await stat(join(folder, 'data', 'hub.sqlite'))).size).toBeGreaterThanOrEqual(size);
  }, 120_000);

  it('never fills a base that is there already, and says how a first user is added', async () => {
    const databaseUrl = `sqlite:${join(folder, 'winpneu.sqlite')}`;
    const theirs = await openDatabase(databaseUrl);
    await createWinpneuTables(theirs);
    await theirs.db.insert(client).values({ cClient: 'C0001', nomClient: 'Pneus du Lac' });
    await theirs.close();
    const hub = run({ DATABASE_URL: databaseUrl }, ['--demo']);
    await ready(hub);
    expect(hub.text()).toContain('npm run user -- add');
    expect(hub.text()).not.toContain('Demo accounts');
    hub.child.kill('SIGTERM');
    await hub.ended;
    const after = await openDatabase(databaseUrl);
    expect(await after.db.select({ nomClient: client.nomClient }).from(client)).toEqual([
      { nomClient: 'Pneus du Lac' },
    ]);
    await after.close();
  }, 60_000);

  it('keeps the key of the tokens to itself', async () => {
    const hub = run();
    await ready(hub);
    expect(((await stat(join(folder, 'data', 'secret.key'))).mode & 0o777).toString(8)).toBe('600');
    expect(hub.text()).not.toContain('Demo accounts');
  }, 60_000);

  it('exits at once at the second signal', async () => {
    const hub = run();
    const url = new URL(await ready(hub));
    // A request that does not come to its end keeps the first signal waiting.
    const { connect } = await import('node:net');
    const socket = connect({ port: Number(url.port) }, () =>
      socket.write(
        'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
      ),
    );
    socket.on('error', () => undefined);
    await new Promise((resolve) => setTimeout(resolve, 300));
    hub.child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(hub.child.exitCode).toBeNull();
    hub.child.kill('SIGINT');
    expect(await hub.ended).toMatchObject({ code: 1 });
  }, 60_000);

  it.each<[string, () => Promise<Record<string, string>>, RegExp]>([
    [
      'the port is taken',
      async () => ({ TOURNEE_PORT: String(await takePort()) }),
      /^Tournée cannot start\. Port \d+ is already in use: .*TOURNEE_PORT.*\.\n$/,
    ],
    [
      'the data folder cannot be made',
      async () => {
        await writeFile(join(folder, 'file'), '');
        return { TOURNEE_DATA: join(folder, 'file', 'data') };
      },
      /^Tournée cannot start\. The data folder \S+ is not writable .*TOURNEE_DATA.*\.\n$/,
    ],
    [
      'the database is not one',
      async () => {
        await writeFile(
          join(folder, 'text.sqlite'),
          'this is no database, but a text that is long enough'.repeat(50),
        );
        return { DATABASE_URL: `sqlite:${join(folder, 'text.sqlite')}` };
      },
      /^Tournée cannot start\. [^\n]*text\.sqlite[^\n]*\n$/,
    ],
    [
      'the database server does not answer',
      () => Promise.resolve({ DATABASE_URL: 'mssql://scott:tiger@127.0.0.1:1/winpneu' }),
      /^Tournée cannot start\. (?![^\n]*tiger)[^\n]*127\.0\.0\.1[^\n]*\n$/,
    ],
    [
      'the environment is bad',
      () => Promise.resolve({ TOURNEE_PORT: 'http' }),
      /^Tournée cannot start\. Bad environment: TOURNEE_PORT must be a port number between 0 and 65535\.\n$/,
    ],
  ])(
    'says so in one sentence when %s',
    async (_why, prepare, sentence) => {
      const { code, stderr } = await run(await prepare()).ended;
      expect(stderr).toMatch(sentence);
      expect(code).toBe(1);
    },
    60_000,
  );

  it('says so in one sentence when the port of several hubs is taken', async () => {
    const port = await takePort();
    const { code, stderr } = await run({ TOURNEE_PORT: String(port) }, ['--hubs', '2']).ended;
    expect(stderr).toMatch(/^Tournée cannot start\. Port \d+ is already in use: .*TOURNEE_PORT.*\.\n$/);
    expect(code).toBe(1);
  }, 60_000);

  it('ends all of several hubs at a signal', async () => {
    const cluster = run({}, ['--hubs', '2']);
    await ready(cluster);
    const members = [...cluster.text().matchAll(/"hubPid":(\d+).*"a hub answers"/g)].map(([, pid]) =>
      Number(pid),
    );
    expect(members).toHaveLength(2);
    cluster.child.kill('SIGTERM');
    expect(await cluster.ended).toMatchObject({ code: 0, stderr: '' });
    // Signal 0 asks whether the process is there.
    for (const pid of members) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  }, 120_000);

  it('refuses an option it does not know', async () => {
    const { code, stderr } = await run({}, ['--demonstration']).ended;
    expect([code, stderr.split('\n').length]).toEqual([1, 2]);
    expect(stderr).toContain('--demonstration');
  }, 60_000);
});
