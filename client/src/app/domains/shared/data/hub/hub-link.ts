import type { ChangeNotice } from '@tournee/graphql';
import { listenToBell } from './bell.ts';
import { type HeardState, requestBaseState } from './base-state.ts';
import type { HubClient } from './hub-client.ts';
import { HubError } from './hub-error.ts';
import type { HubGate } from './hub-gate.ts';
import { retryDelay, wait } from './retry-delay.ts';

export interface LinkListener {
  /** The hub answered. */
  reachable(heard: HeardState): void;
  unreachable(error: HubError): void;
  /** The hub does not, or again does, understand this version of the app. */
  tooOld(isTooOld: boolean): void;
  /** No announcements come through, though the hub answers: whoever wants to know must ask. */
  bellMissing(): void;
  changed(notice: ChangeNotice): void;
}

/** A stream that ends sooner than this counts as a failure, so that it is not opened again and again at once. */
const SHORT_LIFE_MS = 5_000;
/** How often the base's date is asked for while connected: a base refresh that changes nothing rings no bell. */
const ASK_EVERY_MS = 5 * 60_000;
/** Heartbeats are closer than this: a stream silent for longer is not trusted when the user comes back. */
const TRUSTED_SILENCE_MS = 20_000;
/** Without announcements the hub is asked less eagerly than when it is searched for. */
const BELL_PATIENCE = 4;
/** A hub that finds this version too old seldom changes its mind: only when it is set back to an earlier version. */
const ASK_AGAIN_MS = 10 * 60_000;

/** Keeps the link to the hub: searches for it, opens the gate, listens to the bell, and begins again when it breaks. */
export class HubLink {
  readonly #client: HubClient;
  readonly #gate: HubGate;
  readonly #listener: LinkListener;
  #round = new AbortController();
  #lastHeard = 0;
  #isTooOld = false;

  constructor(client: HubClient, gate: HubGate, listener: LinkListener) {
    this.#client = client;
    this.#gate = gate;
    this.#listener = listener;
  }

  /** Runs until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      this.#round = new AbortController();
      const stop = AbortSignal.any([signal, this.#round.signal]);
      if (!(await this.#probe(stop))) {
        if (!stop.aborted) this.#gate.shut();
        await wait(retryDelay(++failures, Math.random()), stop);
      } else if (await this.#listen(stop)) {
        failures = 0;
      } else if (this.#isTooOld) {
        await wait(ASK_AGAIN_MS * (0.8 + 0.4 * Math.random()), stop);
      } else {
        if (!stop.aborted) this.#listener.bellMissing();
        await wait(BELL_PATIENCE * retryDelay(++failures, Math.random()), stop);
      }
    }
    this.#gate.shut();
  }

  /** Begins a new round at once. */
  restart(): void {
    this.#round.abort();
  }

  /** The user or the network is back: makes sure that the link still stands. */
  check(): void {
    // By the wall clock, which goes on while the machine sleeps; a clock that was set back says nothing.
    const silence = Math.abs(Date.now() - this.#lastHeard);
    if (!this.#gate.isOpen || silence > TRUSTED_SILENCE_MS) this.restart();
  }

  /** The hub finds this version of the app too old: nothing is sent until it says otherwise. */
  refuse(): void {
    if (this.#isTooOld) return;
    this.#isTooOld = true;
    this.#gate.shut();
    this.#listener.tooOld(true);
  }

  async #probe(stop: AbortSignal): Promise<boolean> {
    try {
      const heard = await requestBaseState(this.#client, stop);
      // Signing in and the state of the base are answered to a device that is too old; only the bell can tell.
      if (!this.#isTooOld) this.#gate.open();
      this.#listener.reachable(heard);
      return true;
    } catch (error) {
      if (!stop.aborted) this.#listener.unreachable(asHubError(error));
      return false;
    }
  }

  /** Listens as long as the stream lasts. Answers whether it lasted. */
  async #listen(stop: AbortSignal): Promise<boolean> {
    let openedAt = Infinity;
    const asking = setInterval(() => void this.#ask(stop), ASK_EVERY_MS);
    try {
      await listenToBell(
        this.#client,
        {
          opened: () => {
            openedAt = performance.now();
          },
          heard: () => {
            this.#lastHeard = Date.now();
          },
          changed: (notice) => {
            this.#understood();
            this.#listener.changed(notice);
          },
        },
        stop,
      );
    } catch (error) {
      if (asHubError(error).kind === 'too-old') this.refuse();
    } finally {
      clearInterval(asking);
    }
    return performance.now() - openedAt > SHORT_LIFE_MS;
  }

  #understood(): void {
    if (!this.#isTooOld) return;
    this.#isTooOld = false;
    this.#gate.open();
    this.#listener.tooOld(false);
  }

  async #ask(stop: AbortSignal): Promise<void> {
    if (!(await this.#probe(stop))) this.restart();
  }
}

/** A fault of ours must not end the link, but must be seen. */
function asHubError(error: unknown): HubError {
  if (error instanceof HubError) return error;
  if (!(error instanceof DOMException)) reportError(error);
  return new HubError('unreachable', 'NO_ANSWER', String(error));
}
