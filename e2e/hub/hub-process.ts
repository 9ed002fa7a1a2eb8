import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { readTestEnvironment } from '../environment.ts';

const MAIN = fileURLToPath(new URL('../../hub/src/main.ts', import.meta.url));
/** As `npm start` does. */
const NODE_FLAGS = JSON.parse(
  readFileSync(new URL('../../hub/node-flags.json', import.meta.url), 'utf8'),
) as string[];
const STARTUP_LIMIT_MS = 60_000;

export interface HubProcessOptions {
  /** More than one: that many hubs behind a balancer. */
  hubs?: number;
}

/**
 * A real hub in a process of its own, on one data folder and one port, that can be killed and started again; or several
 * behind a balancer, each of which can be killed.
 */
export class HubProcess {
  readonly url: string;
  readonly #port: number;
  readonly #dataFolder: string;
  readonly #args: readonly string[];
  readonly #members = new Set<number>();
  #child: ChildProcess | null = null;
  #output = '';
  #heard = 0;

  private constructor(port: number, dataFolder: string, { hubs = 1 }: HubProcessOptions) {
    this.#port = port;
    this.#dataFolder = dataFolder;
    this.#args = hubs === 1 ? [] : ['--hubs', String(hubs)];
    this.url = `http://localhost:${String(port)}`;
  }

  /** Starts a hub on a free port and waits until it answers. */
  static async start(dataFolder: string, options: HubProcessOptions = {}): Promise<HubProcess> {
    const hub = new HubProcess(await freePort(), dataFolder, options);
    await hub.restart();
    return hub;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** The hubs behind the balancer that answer now, by process id. */
  get members(): readonly number[] {
    return [...this.#members];
  }

  /** How much the hubs have said so far, in bytes: it grows as long as they do something. */
  get heard(): number {
    return this.#heard;
  }

  /** Starts the process again on the same port and folder. */
  async restart(): Promise<void> {
    const env = { ...readTestEnvironment().all, ...hubEnvironment(this.#port, this.#dataFolder) };
    const child = spawn(process.execPath, [...NODE_FLAGS, MAIN, ...this.#args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#output = '';
    this.#members.clear();
    createInterface(child.stdout).on('line', (line) => {
      this.#note(line);
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        this.#heard += chunk.byteLength;
        this.#output = `${this.#output}${chunk.toString()}`.slice(-8000);
      });
    }
    await this.#answers(child);
  }

  /** As a power cut does: SIGKILL. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** SIGKILL for one of several. Answers whether it was there to be killed. */
  strike(member: number): boolean {
    if (!this.#members.delete(member)) return false;
    try {
      return process.kill(member, 'SIGKILL');
    } catch {
      // It ended by itself in this instant.
      return false;
    }
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** What the process that keeps several hubs says about them. */
  #note(line: string): void {
    const [, pid, event] = /"hubPid":(\d+).*"msg":"a hub (answers|ended)/.exec(line) ?? [];
    if (event === 'answers') this.#members.add(Number(pid));
    else if (event === 'ended') this.#members.delete(Number(pid));
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
  return { TOURNEE_PORT: String(port), TOURNEE_DATA: dataFolder };
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
