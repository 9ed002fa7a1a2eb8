import { type CollectionName, COLLECTIONS, type Operation, type Session } from '@tournee/graphql';

const SIGN_IN = `mutation SignIn($userName: String!, $password: String!, $deviceName: String!) {
  signIn(userName: $userName, password: $password, deviceName: $deviceName) {
    accessToken refreshToken expiresAt deviceId
    user { id userWindows cUser mail nomAffiche role cReps mustChangePassword }
  }
}`;

const PUSH = `mutation Push($rows: [OperationPushRow!]!) {
  pushOperations(rows: $rows) { id status reason { code message field } }
}`;

export interface PulledPage {
  documents: { id: string; deleted: boolean }[];
  checkpoint: { seq: string; epoch: string };
  hasMore: boolean;
}

/** Speaks to a hub as a device does, without a browser. */
export class HubClient {
  readonly #url: string;
  #token = '';

  constructor(url: string) {
    this.#url = url;
  }

  async signIn(userName: string, password: string): Promise<Session> {
    const data = await this.send(SIGN_IN, { userName, password, deviceName: 'e2e' });
    const session = data['signIn'] as Session;
    this.#token = session.accessToken;
    return session;
  }

  async pull(
    collection: CollectionName,
    checkpoint: PulledPage['checkpoint'] | null,
    limit: number,
  ): Promise<PulledPage> {
    const { query, pullField } = COLLECTIONS[collection];
    return (await this.send(query, { checkpoint, limit }))[pullField] as PulledPage;
  }

  /** The answer to one pull as it came over the wire. */
  async pullText(
    collection: CollectionName,
    checkpoint: PulledPage['checkpoint'] | null,
    limit: number,
  ): Promise<string> {
    return await (await this.#post(COLLECTIONS[collection].query, { checkpoint, limit })).text();
  }

  async push(operations: readonly Operation[]): Promise<Operation[]> {
    const rows = operations.map((operation) => ({ assumedMasterState: null, newDocumentState: operation }));
    return (await this.send(PUSH, { rows }))['pushOperations'] as Operation[];
  }

  /** @throws Error with the hub's own words when it answers with errors */
  async send(query: string, variables: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    const response = await this.#post(query, variables);
    const body = (await response.json()) as {
      data?: Record<string, unknown>;
      errors?: { message: string }[];
    };
    if (!body.data || body.errors)
      throw new Error(body.errors?.map((error) => error.message).join('; ') ?? 'no data');
    return body.data;
  }

  async #post(query: string, variables: Record<string, unknown>): Promise<Response> {
    return await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-encoding': 'identity',
        ...(this.#token === '' ? {} : { authorization: `Bearer ${this.#token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
  }
}
