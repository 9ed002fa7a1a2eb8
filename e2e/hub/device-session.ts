import { createHash } from 'node:crypto';
import type { Session } from '@tournee/graphql';
import { DeviceKey } from './device-key.ts';

const SESSION = '{ accessToken refreshToken refreshTokenHash deviceId user { id cUser userWindows } }';
const SIGN_IN = `mutation SignIn($userName: String!, $password: String!) { signIn(userName: $userName, password: $password, deviceName: "sans écran") ${SESSION} }`;
const REFRESH = `mutation RefreshSession($refreshToken: String!) { refreshSession(refreshToken: $refreshToken) ${SESSION} }`;

const BELL = 'subscription Changed { changed { collection seq } }';

interface Result {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

type KeptSession = Pick<Session, 'accessToken' | 'refreshToken' | 'refreshTokenHash' | 'deviceId' | 'user'>;

/** What the hub said no to. Anything else that goes wrong is an error of another kind: no answer, or none of the hub's. */
export class HubRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Requests of one device, with the session as the app keeps it: renewed when the hub does not take its token any more. */
export class DeviceSession {
  readonly #url: string;
  readonly #key = new DeviceKey();
  #kept: KeptSession | null = null;

  /** How long the device waits for an answer before it gives up. */
  patienceMs: number;

  constructor(url: string, patienceMs: number) {
    this.#url = url;
    this.patienceMs = patienceMs;
  }

  get user(): KeptSession['user'] {
    return this.#session.user;
  }

  get accessToken(): string {
    return this.#session.accessToken;
  }

  async signIn(userName: string, password: string): Promise<void> {
    const proof = await this.#key.prove(this.#url, null);
    const data = await this.#ask(SIGN_IN, { userName, password }, { dpop: proof });
    this.#kept = data['signIn'] as KeptSession;
  }

  /** Goes on with a refresh token that was kept; the first thing to do is to renew. */
  resume(refreshToken: string, deviceId: string, user: KeptSession['user']): void {
    const refreshTokenHash = createHash('sha256').update(refreshToken).digest('hex');
    this.#kept = { accessToken: '', refreshToken, refreshTokenHash, deviceId, user };
  }

  /**
   * Opens the stream of announcements. Resolves at the first one.
   * @returns what ends the stream
   */
  async listen(): Promise<AbortController> {
    const end = new AbortController();
    const response = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${this.#session.accessToken}`,
      },
      body: JSON.stringify({ query: BELL }),
      signal: end.signal,
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('"changed":{')) {
      const piece = await reader?.read();
      if (piece?.value === undefined) throw new Error(`No bell: ${String(response.status)} ${text}`);
      text += piece.value;
    }
    return end;
  }

  /** An answer that is lost leaves the old token: the hub answers the same to it, whenever it comes. */
  async renew(): Promise<void> {
    const { refreshToken, refreshTokenHash } = this.#session;
    const proof = await this.#key.prove(this.#url, refreshTokenHash);
    const data = await this.#ask(REFRESH, { refreshToken }, { dpop: proof });
    this.#kept = data['refreshSession'] as KeptSession;
  }

  /** @throws {HubRefusal}, or another error when there is no answer */
  async send(query: string, variables: object): Promise<Record<string, unknown>> {
    try {
      return await this.#ask(query, variables, this.#bearer);
    } catch (error) {
      if (!(error instanceof HubRefusal && error.code === 'UNAUTHENTICATED')) throw error;
      await this.renew();
      return await this.#ask(query, variables, this.#bearer);
    }
  }

  get #bearer(): Record<string, string> {
    return { authorization: `Bearer ${this.#session.accessToken}` };
  }

  get #session(): KeptSession {
    if (this.#kept === null) throw new Error('Not signed in.');
    return this.#kept;
  }

  async #ask(
    query: string,
    variables: object,
    headers: Record<string, string>,
  ): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(this.patienceMs),
    });
    const text = await response.text();
    if (response.headers.get('content-type')?.includes('json') !== true)
      throw new Error(`page ${String(response.status)}`);
    const { data, errors } = JSON.parse(text) as Result;
    const [first] = errors ?? [];
    if (first !== undefined) throw new HubRefusal(first.extensions?.code ?? 'INTERNAL', first.message);
    if (!data) throw new Error('an answer without data');
    return data;
  }
}
