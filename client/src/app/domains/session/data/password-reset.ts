import { inject, Injectable } from '@angular/core';
import { exchange } from '../../shared/data/hub/graphql-exchange.ts';
import { SessionStore } from '../../shared/data/session-store.ts';
import { refusalOf, refusalOfError } from '../../shared/data/session/refusal.ts';

const RESET =
  'mutation ResetPassword($token: String!, $newPassword: String!) ' +
  '{ resetPassword(token: $token, newPassword: $newPassword) }';
const TIMEOUT_MS = 20_000;

/** What became of a new password; `link`: the mailed link is used, too old or unknown, and no password will help. */
export type ResetOutcome = { kind: 'done' } | { kind: 'refused' | 'link'; message: string };

/** Chooses a password with the token of a mailed link, without a session. */
@Injectable({ providedIn: 'root' })
export class PasswordReset {
  readonly #session = inject(SessionStore);

  async choose(token: string, newPassword: string): Promise<ResetOutcome> {
    try {
      const { errors } = await exchange({
        url: `${this.#session.hubOrigin}/graphql`,
        body: JSON.stringify({ query: RESET, variables: { token, newPassword } }),
        accessToken: null,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (errors === undefined || errors.length === 0) return { kind: 'done' };
      const kind = errors[0]?.extensions?.field === 'token' ? 'link' : 'refused';
      return { kind, message: refusalOf(errors).message };
    } catch (error) {
      return { kind: 'refused', message: refusalOfError(error).message };
    }
  }
}
