import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { appUserRepository, syncDocRepository } from '@tournee/db';
import { codeOf, SIGN_IN, startTestHub, type TestHub } from '../testing/test-hub.ts';

const PROGRAM = fileURLToPath(new URL('user.ts', import.meta.url));
const PASSWORD = 'un tracteur et 4 roues';

let test: TestHub;

beforeAll(async () => {
  test = await startTestHub();
});
afterAll(() => test.remove());

async function user(
  args: string[],
  input = `${PASSWORD}\n`,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: {
      DATABASE_URL: test.databaseUrl,
      TOURNEE_DATA: test.dataFolder,
      NODE_COMPILE_CACHE: join(tmpdir(), 'tournee-compile-cache'),
    },
  });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

const signIn = (userName: string, password = PASSWORD) => test.query(SIGN_IN, { userName, password });
const add = (name: string, ...more: string[]) =>
  user(['add', name, '--c-user', 'NV00', '--mail', 'n@pneus.example', '--name', 'Nouveau Venu', ...more]);

describe('npm run user', () => {
  it('adds a rep, who signs in and must change the password', async () => {
    const { code, stdout } = await add('nouveau', '--rep', 'NV00', '--rep', 'NV01');
    expect([code, stdout]).toEqual([
      0,
      'User nouveau added.\nRun « npm run base:refresh » to publish the clients of the new scope.\n',
    ]);
    const { data } = await signIn('nouveau');
    expect(data?.['signIn']).toMatchObject({
      user: { role: 'commercial', cReps: ['NV00', 'NV01'], mustChangePassword: true },
    });
    expect(await syncDocRepository(test.database.db).scopesInUse()).toEqual(
      expect.arrayContaining(['rep:NV00', 'rep:NV01']),
    );
  }, 60_000);

  it('says what is wrong, in one line, and adds nothing', async () => {
    const outcomes = await Promise.all([
      add('igarnier'),
      user(['add', 'x', '--c-user', 'too long', '--mail', 'x', '--name', 'x']),
      user(['password', 'nobody']),
      user(['password', 'igarnier'], 'short\n'),
      user(['frobnicate', 'igarnier']),
      user(['list', '--unknown']),
    ]);
    for (const { code, stdout, stderr } of outcomes) {
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^[^\n]+\n$/);
    }
    expect(await appUserRepository(test.database.db).findByName('x')).toBeNull();
  }, 60_000);

  it('sets a password, signs the user out, and never shows it', async () => {
    const { accessToken } = await test.signIn('pmartin');
    const { stdout, stderr } = await user(['password', 'PMartin', '--keep-password']);
    expect(stdout + stderr).not.toContain(PASSWORD);
    expect(codeOf(await test.query('{ me { id } }', {}, accessToken))).toBe('SESSION_REVOKED');
    expect((await signIn('pmartin')).data?.['signIn']).toMatchObject({ user: { mustChangePassword: false } });
  }, 60_000);

  it('deactivates and activates', async () => {
    const { accessToken } = await test.signIn('igarnier');
    expect((await user(['deactivate', 'igarnier'])).code).toBe(0);
    expect(codeOf(await test.query('{ me { id } }', {}, accessToken))).toBe('SESSION_REVOKED');
    expect((await user(['list'])).stdout).toMatch(/^igarnier +GA00 +commercial +GA00 .*\(deactivated\)$/m);
    await user(['activate', 'igarnier']);
    expect((await test.signIn('igarnier')).accessToken).not.toBe('');
  }, 60_000);
});
