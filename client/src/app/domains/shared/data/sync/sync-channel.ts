import type { SyncStatus } from './sync-status.ts';

type Message = { kind: 'status'; status: SyncStatus } | { kind: 'ask' } | { kind: 'refresh' };

/** How the tabs of one base talk: one synchronises and says how it goes, the others listen and may ask. */
export class SyncChannel {
  readonly #channel: BroadcastChannel;
  #status: ((status: SyncStatus) => void) | null = null;
  #leader: { status(): SyncStatus; refresh(): void } | null = null;

  constructor(base: string) {
    this.#channel = new BroadcastChannel(`tournee-sync/${base}`);
    this.#channel.onmessage = (event: MessageEvent<Message>) => {
      this.#receive(event.data);
    };
  }

  /** Listens to the tab that synchronises, and asks it how it goes. */
  follow(status: (status: SyncStatus) => void): void {
    this.#status = status;
    this.#post({ kind: 'ask' });
  }

  /** This tab synchronises from now on. */
  lead(leader: { status(): SyncStatus; refresh(): void }): void {
    this.#leader = leader;
  }

  publish(status: SyncStatus): void {
    this.#post({ kind: 'status', status });
  }

  askToRefresh(): void {
    this.#post({ kind: 'refresh' });
  }

  close(): void {
    this.#channel.close();
  }

  #post(message: Message): void {
    this.#channel.postMessage(message);
  }

  #receive(message: Message): void {
    if (message.kind === 'status') this.#status?.(message.status);
    else if (message.kind === 'ask' && this.#leader !== null) this.publish(this.#leader.status());
    else if (message.kind === 'refresh') this.#leader?.refresh();
  }
}
