import { computed, inject, Injectable, signal } from '@angular/core';
import type { User } from '@tournee/graphql';
import { baseName } from '../../../local-db/base-name.ts';
import type { SessionAccess } from './hub/hub-client.ts';
import { HubError } from './hub/hub-error.ts';
import { LocalBaseStore } from './local-base-store.ts';
import { askToPersist } from './session/ask-to-persist.ts';
import { DEVICE_KEY } from './session/device-key.ts';
import {
  type AnsweredSession,
  type KeptSession,
  keptSession,
  parseKeptSession,
} from './session/kept-session.ts';
import { type Refusal, refusalOf, refusalOfError } from './session/refusal.ts';
import {
  requestPasswordChange,
  requestRefresh,
  requestSignIn,
  requestSignOut,
  type SessionAnswer,
} from './session/session-requests.ts';
import { HandOverStore } from './hand-over-store.ts';
import { TOKEN_VAULT } from './session/token-vault.ts';
import { withTabLock } from './tab-lock.ts';

export type SessionState = 'starting' | 'signed-out' | 'must-change-password' | 'signed-in' | 'revoked';

/** One renewal at a time in all tabs: the others take over what the first one got. */
const LOCK = 'tournee-session';

/** Who is signed in. Starts from the kept session, so that it needs no network. */
@Injectable({ providedIn: 'root' })
export class SessionStore implements SessionAccess {
  readonly #vault = inject(TOKEN_VAULT);
  readonly #key = inject(DEVICE_KEY);
  readonly #bases = inject(LocalBaseStore);
  readonly #handOver = inject(HandOverStore);
  readonly #state = signal<SessionState>('starting');
  readonly #kept = signal<KeptSession | null>(null);
  readonly #hubAddress = signal('');
  #renewal: Promise<string | null> | null = null;
  #revoking: Promise<void> | null = null;

  readonly state = this.#state.asReadonly();
  readonly user = computed<User | null>(() => this.#kept()?.user ?? null);
  /** Origin of the hub; empty in a browser, where the hub serves the app. */
  readonly hubAddress = this.#hubAddress.asReadonly();

  constructor() {
    this.#vault.onChangeElsewhere(() => void this.#followOtherTab());
    void this.#start();
  }

  get hubOrigin(): string {
    return this.#hubAddress() || location.origin;
  }

  accessToken(): string | null {
    return this.#kept()?.accessToken ?? null;
  }

  /** Signs in; needs the hub. */
  async signIn(userName: string, password: string): Promise<Refusal | null> {
    const refusal = await this.#adopt(() =>
      requestSignIn(this.hubOrigin, { userName: userName.trim(), password }, this.#key),
    );
    if (refusal === null) askToPersist();
    return refusal;
  }

  /** Replaces the password; needs the hub. */
  changePassword(currentPassword: string, newPassword: string): Promise<Refusal | null> {
    const passwords = { currentPassword, newPassword };
    return this.#adopt(() => requestPasswordChange(this.hubOrigin, this.accessToken() ?? '', passwords));
  }

  /** Signs out and removes the local base, but for unsent operations: they go when the same user signs in again. */
  async signOut(): Promise<void> {
    const token = this.accessToken();
    // First, so that a page that is closed now does not come back signed in.
    await this.#vault.clear();
    // The device forgets the session in any case; without network the hub lets it run out.
    // The cookie of a session that the hub could not end is worth nothing without the key.
    if (token !== null) await requestSignOut(this.hubOrigin, token).catch(() => this.#key.forget());
    await this.#bases.discard();
    this.#kept.set(null);
    this.#state.set('signed-out');
  }

  async renew(refused: string | null): Promise<string | null> {
    this.#renewal ??= withTabLock(LOCK, () => this.#renewLocked(refused)).finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  refused(code: 'SESSION_REVOKED' | 'PASSWORD_CHANGE_REQUIRED'): void {
    // Every request that is under way is refused; the end comes once.
    if (code === 'SESSION_REVOKED')
      void (this.#revoking ??= this.#revoke().finally(() => (this.#revoking = null)));
    else this.#state.set('must-change-password');
  }

  async #start(): Promise<void> {
    const address = await window.tournee?.hubAddress.read();
    this.#hubAddress.set((address ?? '').replace(/\/+$/, ''));
    const kept = parseKeptSession(await this.#vault.read());
    if (kept?.hubOrigin === this.hubOrigin) {
      this.#enter(kept);
    } else {
      this.#state.set('signed-out');
      void this.#handOver.resume();
      void this.#bases.prepare();
    }
  }

  #enter(kept: KeptSession, isFresh = false): void {
    this.#kept.set(kept);
    if (kept.user.mustChangePassword) {
      this.#state.set('must-change-password');
      return;
    }
    const base = baseName(kept.hubOrigin, kept.user.id);
    if (isFresh) void this.#handOver.forget(base);
    this.#bases.open(base, isFresh);
    this.#state.set('signed-in');
  }

  async #adopt(request: () => Promise<SessionAnswer>): Promise<Refusal | null> {
    try {
      const answer = await request();
      if ('errors' in answer) return refusalOf(answer.errors);
      await withTabLock(LOCK, () => this.#keep(answer.session));
      return null;
    } catch (error) {
      return refusalOfError(error);
    }
  }

  async #keep(session: AnsweredSession): Promise<KeptSession> {
    const kept = keptSession(this.hubOrigin, session);
    await this.#vault.write(JSON.stringify(kept));
    this.#enter(kept, true);
    return kept;
  }

  async #renewLocked(refused: string | null): Promise<string | null> {
    const current = parseKeptSession(await this.#vault.read());
    if (current === null) return null;
    if (current.accessToken !== refused) {
      // Another tab renewed it in the meantime.
      this.#enter(current);
      return current.accessToken;
    }
    const answer = await requestRefresh(current, this.#key);
    // Signed out meanwhile, here or in another tab: that stands.
    if ((await this.#vault.read()) === null) return null;
    if ('session' in answer) return (await this.#keep(answer.session)).accessToken;
    const { code, message } = refusalOf(answer.errors);
    if (code === 'SESSION_REVOKED') this.refused(code);
    else if (code === 'UNAUTHENTICATED') await this.#leave();
    else throw new HubError('fault', code, message);
    return null;
  }

  /** The session ran out: the base stays for the next sign-in. */
  async #leave(): Promise<void> {
    await this.#vault.clear();
    await this.#forget('signed-out');
  }

  /**
   * The hub has put this device out: the base goes, what was not sent is handed over. The session is forgotten last: cut
   * short, all of it begins again at the next start.
   */
  async #revoke(): Promise<void> {
    const kept = parseKeptSession(await this.#vault.read()) ?? this.#kept();
    const base = this.#bases.name();
    await this.#bases.discard();
    if (kept !== null && base !== null) await this.#handOver.begin(base, kept);
    await this.#vault.clear();
    this.#kept.set(null);
    this.#state.set('revoked');
  }

  async #forget(state: 'signed-out' | 'revoked'): Promise<void> {
    await this.#bases.close();
    this.#bases.forget();
    this.#kept.set(null);
    this.#state.set(state);
  }

  async #followOtherTab(): Promise<void> {
    const kept = parseKeptSession(await this.#vault.read());
    if (kept !== null && kept.hubOrigin === this.hubOrigin) this.#enter(kept);
    else if (this.#kept() !== null) await this.#forget('signed-out');
  }
}
