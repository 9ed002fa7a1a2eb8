import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const IMPORT = fileURLToPath(new URL('./winpneu-import.ts', import.meta.url));
const REFRESH = fileURLToPath(new URL('./base-refresh.ts', import.meta.url));

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tournee-cli-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command on an embedded base of its own. */
function run(script: string, ...args: string[]): Promise<Outcome> {
  const env = { PATH: '', TOURNEE_DATA: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

const write = (file: string, ...lines: string[]): Promise<void> =>
  writeFile(join(folder, file), lines.join('\n'));

describe('winpneu:import', () => {
  it('loads what it can, tells the bad lines and says what to do next', async () => {
    await write('client.csv', 'c_client;nom_client;c_rep', '000100;GARAGE;GA00', '000107;GARAGE;GA000');
    await write(
      'utilisateur.csv',
      'user_windows;c_user;mail;nom_affiche;role;c_rep',
      'igarnier;GA00;rep0@pneus.example;Isabelle Garnier;commercial;GA00',
    );
    const loaded = await run(IMPORT, folder, '--password', 'trois chevaux 9');
    expect(loaded).toMatchObject({ code: 0 });
    expect(loaded.stderr).toContain('client.csv:3 c_rep: has 5 characters, the column holds 4\n');
    expect(loaded.stdout).toMatch(/client\.csv +2 lines, 1 new, 0 changed, 0 as before, 1 bad\n/);
    expect(loaded.stdout).toMatch(/liste\.csv +is not in the folder\n/);
    expect(loaded.stdout).toContain('npm run base:refresh');

    const refreshed = await run(REFRESH);
    expect(refreshed).toMatchObject({ code: 0 });
    expect(refreshed.stdout).toContain('1 clients, 0 list values');
    expect((await run(REFRESH)).stdout).toContain('\n0 rows of the feed written;');
  }, 60_000);

  it('ends with 1 when nothing could be loaded', async () => {
    await write('client.csv', 'code;nom', '000100;GARAGE');
    const outcome = await run(IMPORT, folder);
    expect(outcome).toMatchObject({ code: 1 });
    expect(outcome.stderr).toContain('client.csv:1 code: is no column of this file\n');
    expect(outcome.stdout).toContain('Nothing was loaded.');
  }, 60_000);

  it.each([
    [['/no/such/folder'], 'There is no folder /no/such/folder.'],
    [[], 'Name one folder.'],
    [['.', '--unknown'], "Unknown option '--unknown'"],
    [['.', '--password', 'court'], '--password: '],
  ])(
    'says in a sentence what is wrong with %j',
    async (args, sentence) => {
      const outcome = await run(IMPORT, ...args);
      expect(outcome).toMatchObject({ code: 1, stdout: '' });
      expect(outcome.stderr).toContain(sentence);
      expect(outcome.stderr).not.toContain('    at ');
    },
    60_000,
  );
});
