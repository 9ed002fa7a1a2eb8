export interface TurnLimits {
  /** Requests of one sender that are worked on at once. */
  readonly atOnce: number;
  /** Requests of one sender that wait for their turn: unread, so that each costs a connection and no more. */
  readonly waiting: number;
  readonly patienceMs: number;
}

/** What one sender has under way. */
interface Sender {
  taken: number;
  /** Who waits, the first first. */
  readonly queue: Set<() => void>;
}

/**
 * Turns of senders, each with a few of its own. Threat: one device sends the costliest requests that are allowed as fast
 * as it can, and the hub has neither time nor memory left for the others.
 */
export class Turns {
  readonly #senders = new Map<string, Sender>();

  /** What gives the turn back, once it has come; null when it will not come in time, or the signal ended the wait. */
  async take(key: string, limits: TurnLimits, signal: AbortSignal): Promise<(() => void) | null> {
    const sender = this.#senders.get(key) ?? { taken: 0, queue: new Set() };
    this.#senders.set(key, sender);
    if (sender.taken < limits.atOnce) {
      sender.taken += 1;
      return this.#giveBack(key, sender);
    }
    if (sender.queue.size >= limits.waiting || signal.aborted) return null;
    const hasCome = await inLine(sender.queue, limits.patienceMs, signal);
    return hasCome ? this.#giveBack(key, sender) : null;
  }

  #giveBack(key: string, sender: Sender): () => void {
    let isGiven = false;
    return () => {
      if (isGiven) return;
      isGiven = true;
      const [next] = sender.queue;
      if (next) {
        // The turn goes from one to the other: it stays taken.
        sender.queue.delete(next);
        next();
        return;
      }
      sender.taken -= 1;
      if (sender.taken === 0) this.#senders.delete(key);
    };
  }
}

/** Waits in a queue. False when it was left before the turn came. */
function inLine(queue: Sender['queue'], patienceMs: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (hasCome: boolean) => {
      clearTimeout(patience);
      signal.removeEventListener('abort', leave);
      resolve(hasCome);
    };
    const come = () => {
      settle(true);
    };
    const leave = () => {
      queue.delete(come);
      settle(false);
    };
    const patience = setTimeout(leave, patienceMs);
    signal.addEventListener('abort', leave);
    queue.add(come);
  });
}
