import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Database } from '@tournee/db';
import { openTestDatabase } from '@tournee/db/testing';
import { fillTestBase } from './test-base.ts';
import { eventually } from './test-admin.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

export interface RunningHub {
  pid: number;
  url: string;
}

/** Several hubs behind a balancer, in processes of their own, on a test base. */
export interface TestCluster {
  /** Of the balancer. */
  url: string;
  process: ChildProcess;
  database: Database;
  /** The hubs that have said that they answer, the newest last. */
  hubs(): readonly RunningHub[];
  /** Fulfilled when so many hubs have been started in all. */
  started(count: number): Promise<void>;
  remove(): Promise<void>;
}

export async function startTestCluster(hubs: number): Promise<TestCluster> {
  const base = await openTestDatabase();
  await fillTestBase(base.database);
  const dataFolder = await mkdtemp(join(tmpdir(), 'tournee-cluster-'));
  const child = spawn(process.execPath, [MAIN, '--hubs', String(hubs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      TOURNEE_PORT: '0',
      TOURNEE_DATA: dataFolder,
      DATABASE_URL: base.url,
      NODE_COMPILE_CACHE: join(tmpdir(), 'tournee-compile-cache'),
    },
  });
  const said: RunningHub[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => {
      reject(new Error('The cluster did not start.'));
    });
    createInterface(child.stdout).on('line', (line) => {
      const [, address] = /is ready: (\S+)/.exec(line) ?? [];
      if (address !== undefined) resolve(address);
      if (line.includes('"a hub answers"')) said.push(readHub(line));
    });
  });
  return {
    url,
    process: child,
    database: base.database,
    hubs: () => said,
    started: (count) => eventually(() => Promise.resolve(said.length >= count)),
    remove: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await base.remove();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

function readHub(line: string): RunningHub {
  const { hubPid, port } = JSON.parse(line) as { hubPid: number; port: number };
  return { pid: hubPid, url: `http://127.0.0.1:${String(port)}` };
}
