import { dataOf, errorCode, exchange, type GraphqlResult } from './graphql-exchange.ts';
import { CLIENT_TOO_OLD, HubError } from './hub-error.ts';

/** What the client needs of the session. */
export interface SessionAccess {
  /** Origin of the hub, without trailing slash. */
  readonly hubOrigin: string;
  accessToken(): string | null;
  /**
   * Renews the session, once for all who ask at the same time in any tab.
   * @param refused the access token that the hub did not take
   * @returns the next access token, or null when the session is over
   */
  renew(refused: string | null): Promise<string | null>;
  /** The hub has ended the session (`SESSION_REVOKED`) or wants something first (`PASSWORD_CHANGE_REQUIRED`). */
  refused(code: 'SESSION_REVOKED' | 'PASSWORD_CHANGE_REQUIRED'): void;
}

const TIMEOUT_MS = 120_000;

/** Requests to the hub in the name of the signed-in user. */
export class HubClient {
  readonly #session: SessionAccess;

  constructor(session: SessionAccess) {
    this.#session = session;
  }

  get url(): string {
    return `${this.#session.hubOrigin}/graphql`;
  }

  get session(): SessionAccess {
    return this.#session;
  }

  /** Data of a query or mutation. */
  async request(query: string, variables: object, signal?: AbortSignal): Promise<Record<string, unknown>> {
    return dataOf(await this.send(JSON.stringify({ query, variables }), signal));
  }

  /**
   * Result of a request, its errors included, but for those about the session or the version of the app: an access token that has run out is
   * renewed and the request sent once more.
   */
  async send(body: string, signal: AbortSignal = AbortSignal.timeout(TIMEOUT_MS)): Promise<GraphqlResult> {
    const token = this.#session.accessToken();
    const result = await exchange({ url: this.url, body, accessToken: token, signal });
    if (errorCode(result) !== 'UNAUTHENTICATED') return this.#checked(result);
    const renewed = await this.#session.renew(token);
    if (renewed === null) throw new HubError('signed-out', 'UNAUTHENTICATED', 'The session is over.');
    return this.#checked(await exchange({ url: this.url, body, accessToken: renewed, signal }));
  }

  #checked(result: GraphqlResult): GraphqlResult {
    const code = errorCode(result);
    if (code === 'SESSION_REVOKED' || code === 'PASSWORD_CHANGE_REQUIRED') {
      this.#session.refused(code);
      throw new HubError('signed-out', code, 'The hub refuses this session.');
    }
    if (code === CLIENT_TOO_OLD)
      throw new HubError('too-old', code, 'The hub refuses this version of the app.');
    return result;
  }
}
