import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { readTestEnvironment } from '../environment.ts';

const MAIN = fileURLToPath(new URL('../../hub/src/main.ts', import.meta.url));
const STARTUP_LIMIT_MS = 60_000;

/** A real hub in a process of its own, on one data folder and one port, that can be killed and started again. */
export class HubProcess {
  readonly url: string;
  readonly #port: number;
  readonly #dataFolder: string;
  #child: ChildProcess | null = null;
  #output = '';

  private constructor(port: number, dataFolder: string) {
    this.#port = port;
    this.#dataFolder = dataFolder;
    this.url = `http://localhost:${String(port)}`;
  }

  /** Starts a hub on a free port and waits until it answers. */
  static async start(dataFolder: string): Promise<HubProcess> {
    const hub = new HubProcess(await freePort(), dataFolder);
    await hub.restart();
    return hub;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Starts the process again on the same port and folder. */
  async restart(): Promise<void> {
    const env = { ...readTestEnvironment().all, ...hubEnvironment(this.#port, this.#dataFolder) };
    const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.#output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on(
        'data',
        (chunk: Buffer) => (this.#output = `${this.#output}${chunk.toString()}`.slice(-8000)),
      );
    }
    await this.#answers(child);
  }

  /** As a power cut does: SIGKILL. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child?.exitCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }

  async #answers(child: ChildProcess): Promise<void> {
    const deadline = Date.now() + STARTUP_LIMIT_MS;
    while (Date.now() < deadline) {
      if (child.exitCode !== null) break;
      const health = await fetch(`${this.url}/health`).catch(() => null);
      if (health?.ok === true) return;
      await delay(50);
    }
    throw new Error(`The hub did not start:\n${this.#output}`);
  }
}

/** Environment of a hub on a folder of its own. */
export function hubEnvironment(port: number, dataFolder: string): Record<string, string> {
  return { TOURNEE_PORT: String(port), TOURNEE_DATA: dataFolder, NODE_ENV: 'production' };
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
