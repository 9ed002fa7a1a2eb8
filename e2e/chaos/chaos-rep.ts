import { setTimeout as delay } from 'node:timers/promises';
import { addDays, type Client, type Operation, parisDay, parisHour, type Prospect } from '@tournee/graphql';
import { ContractDevice } from '../hub/contract-device.ts';
import { HubRefusal } from '../hub/device-session.ts';
import { newOperation } from '../hub/new-operation.ts';
import type { Intent } from './plan.ts';
import { Stalled, whileItMoves } from './progress.ts';

/** While he works a rep is in a hurry and gives up soon; he has all the time there is before and after. */
const HURRY_MS = 1500;
const CALM_MS = 120_000;
/** Of what came of his exchanges, so many of the last are told when he cannot finish. */
const REMEMBERED = 6;
const PAUSE_MS = 120;
/** One round in so many also renews the session. */
const RENEW_EVERY = 25;
const PULLED = ['prospect', 'operation', 'client', 'visit', 'clientHistory'] as const;

/** A rep with a device: notes what he wants, and sends and fetches as well as the network lets him. */
export class ChaosRep {
  readonly device: ContractDevice;
  /** Everything he ever noted, by name. */
  readonly noted = new Map<string, Operation>();
  /** Exchanges that did not work, by reason. */
  readonly failures = new Map<string, number>();
  readonly #intents: Intent[];
  readonly #label: string;
  /** What came of the last exchanges, in a word each. */
  readonly #answers: string[] = [];
  #isOut = false;
  #rounds = 0;
  #isSending = false;

  constructor(url: string, label: string, intents: readonly Intent[]) {
    this.device = new ContractDevice({ url, patienceMs: CALM_MS, pageSize: 100 });
    this.#label = label;
    this.#intents = [...intents];
  }

  /** He waits for the answer to operations that he sent. */
  get isSending(): boolean {
    return this.#isSending;
  }

  /** Works until it is over. `startedAt`: what the times of the plan count from. */
  async work(startedAt: number, over: AbortSignal): Promise<void> {
    this.device.session.patienceMs = HURRY_MS;
    while (!over.aborted && !this.#isOut) {
      this.#noteDue(performance.now() - startedAt);
      await this.#round();
      await delay(PAUSE_MS);
    }
    this.device.session.patienceMs = CALM_MS;
    if (!this.#isOut) this.#noteDue(Infinity);
  }

  /**
   * Sends all that waits and fetches all there is, now that the network works.
   * @returns why he could not finish: who, with what, and what the hub answered last; null when he did
   */
  async drain(): Promise<string | null> {
    const { device } = this;
    return await this.#finish({
      what: 'could not send',
      isOver: () => device.outbox.length === 0,
      progress: () => device.outbox.length,
      attempt: () => this.#try('push', () => device.push()),
    });
  }

  /** Fetches what others have sent. @returns as `drain` does */
  async catchUp(): Promise<string | null> {
    let isDone = false;
    const pullAll = async (): Promise<void> => {
      await this.device.pullAll();
      isDone = true;
    };
    return await this.#finish({
      what: 'could not fetch',
      isOver: () => isDone,
      progress: () => this.device.received,
      attempt: () => this.#try('pull', pullAll),
    });
  }

  async #finish(wait: Parameters<typeof whileItMoves>[0]): Promise<string | null> {
    try {
      await whileItMoves({ ...wait, isOver: () => this.#isOut || wait.isOver() });
      return wait.isOver() ? null : this.#obstacle('was put out');
    } catch (error) {
      if (!(error instanceof Stalled)) throw error;
      return this.#obstacle(error.message);
    }
  }

  /** What is in the way, in a line. */
  #obstacle(what: string): string {
    const { outbox } = this.device;
    const [next] = outbox;
    const first = next === undefined ? '' : `, the next is ${next.code} ${next.id}`;
    const { userWindows } = this.device.session.user;
    const who = `${this.#label} of ${userWindows}`;
    return `${who} ${what}: ${String(outbox.length)} operations wait${first}; last: ${this.#answers.join(', ')}`;
  }

  async #round(): Promise<void> {
    this.#rounds += 1;
    if (this.#rounds % RENEW_EVERY === 0) await this.#try('renew', () => this.device.session.renew());
    this.#isSending = this.device.outbox.length > 0;
    await this.#try('push', () => this.device.push());
    this.#isSending = false;
    const next = PULLED[this.#rounds % PULLED.length] ?? 'prospect';
    await this.#try(`pull ${next}`, () => this.device.pull(next));
  }

  async #try(what: string, exchange: () => Promise<void>): Promise<void> {
    try {
      await exchange();
      this.#remember(`${what} ok`);
    } catch (error) {
      const reason = reasonOf(error);
      this.failures.set(reason, (this.failures.get(reason) ?? 0) + 1);
      this.#remember(`${what} ${reason}`);
      // The device is out: nothing that it notes would ever arrive.
      if (reason === 'SESSION_REVOKED') this.#isOut = true;
    }
  }

  #remember(answer: string): void {
    this.#answers.push(answer);
    if (this.#answers.length > REMEMBERED) this.#answers.shift();
  }

  #noteDue(now: number): void {
    while (this.#intents[0] !== undefined && this.#intents[0].at <= now) {
      const [intent] = this.#intents.splice(0, 1);
      if (intent !== undefined) this.#note(intent);
    }
  }

  #note(intent: Intent): void {
    const operation = this.#operation(intent);
    this.noted.set(operation.id, operation);
    this.device.note(operation);
  }

  #operation({ kind, share }: Intent): Operation {
    const { cUser } = this.device.session.user;
    const token = `${this.#label}-${String(this.noted.size)}`;
    const prospect = pick(this.device.held<Prospect>('prospect'), share);
    const client = pick(this.device.held<Client>('client'), share);
    if (client === undefined) throw new Error('A rep without clients.');
    const now = new Date();
    const visit = {
      date: parisDay(now),
      heure: parisHour(now),
      commentaire: `Chaos ${token}.`,
      answers: null,
    };
    const aboutClient = { entityType: 'client', entityId: client.id } as const;
    if (kind === 'new-prospect' || (kind !== 'visit' && kind !== 'follow-up' && prospect === undefined))
      return newOperation({ code: 'CP', cUser, payload: { nomClient: `CHAOS ${token}` } });
    const aboutProspect = { entityType: 'prospect', entityId: prospect?.id ?? '' } as const;
    switch (kind) {
      case 'change-prospect': {
        const changes = { adr1Fac: { from: prospect?.adr1Fac ?? null, to: `Rue ${token}` } };
        return newOperation({ code: 'MP', cUser, payload: { changes }, about: aboutProspect });
      }
      case 'visit-prospect':
        return newOperation({ code: 'VP', cUser, payload: visit, about: aboutProspect });
      case 'follow-up':
        return newOperation({
          code: 'DR',
          cUser,
          payload: { date: addDays(parisDay(now), 1 + Math.floor(share * 300)) },
          about: aboutClient,
        });
      default:
        return newOperation({ code: 'VC', cUser, payload: visit, about: aboutClient });
    }
  }
}

/** The hub's code, what came instead of its answer, or the kind of error that the network is. */
function reasonOf(error: unknown): string {
  if (error instanceof HubRefusal) return error.code;
  if (!(error instanceof Error)) return 'unknown';
  return error.name === 'Error' ? error.message : error.name;
}

function pick<Item>(items: readonly Item[], share: number): Item | undefined {
  return items[Math.floor(share * items.length)];
}
