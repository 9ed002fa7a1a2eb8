import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { HubMessage } from './hub-message.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

export interface ReadyHub {
  port: number;
  notice: string;
}

/** One hub of a cluster: a process of its own, on a free port of this machine. */
export class HubChild {
  readonly #process: ChildProcess;
  /** Fulfilled when it answers; null when it ended before. */
  readonly ready: Promise<ReadyHub | null>;
  /** Fulfilled when the process has ended, with its exit code or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;

  /** @param publicPort where the balancer listens: what the hub tells people to go to */
  constructor(publicPort: number, hasDemo: boolean) {
    const args = ['--behind', String(publicPort), ...(hasDemo ? ['--demo'] : [])];
    this.#process = fork(MAIN, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.ended = once(this.#process, 'exit').then(
      ([code, signal]) => (code ?? signal) as number | NodeJS.Signals,
    );
    const said = once(this.#process, 'message').then(([message]) => readyHub(message as HubMessage));
    this.ready = Promise.race([said, this.ended.then(() => null)]);
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Lets it open the database, once it has loaded what it needs. */
  go(): void {
    this.#send({ kind: 'go' });
  }

  /** Asks it to finish what is in flight and to end. */
  stop(): void {
    this.#send({ kind: 'stop' });
  }

  #send(message: HubMessage): void {
    // It may have ended in this instant: that is told by `ended`.
    if (this.#process.connected) this.#process.send(message, () => undefined);
  }
}

function readyHub(message: HubMessage): ReadyHub | null {
  return message.kind === 'ready' ? message : null;
}
