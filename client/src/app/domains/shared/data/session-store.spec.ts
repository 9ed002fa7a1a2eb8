import { TestBed } from '@angular/core/testing';
import type { Session, User } from '@tournee/graphql';
import { LocalBaseStore } from './local-base-store.ts';
import { SessionStore } from './session-store.ts';
import { TOKEN_VAULT, type TokenVault } from './session/token-vault.ts';
import { type Answer, FakeNetwork, graphqlError, noNetwork, portalPage } from './testing/fake-network.ts';

/** A vault that several tabs share. */
class FakeVault implements TokenVault {
  text: string | null = null;
  read = (): Promise<string | null> => Promise.resolve(this.text);
  write = (value: string): Promise<void> => Promise.resolve(void (this.text = value));
  clear = (): Promise<void> => Promise.resolve(void (this.text = null));
  onChangeElsewhere = (): void => undefined;
}

/** Notes what happens to the base, in order. */
class FakeBases {
  name = (): string | null => 'tournee-spec';
  readonly done: string[] = [];
  prepare = (): Promise<void> => Promise.resolve();
  open = (name: string): void => void this.done.push(`open ${name}`);
  discard = (): Promise<void> => Promise.resolve(void this.done.push('discard'));
  close = (): Promise<void> => Promise.resolve(void this.done.push('close'));
  forget = (): void => void this.done.push('forget');
}

let network: FakeNetwork;
let vault: FakeVault;
let bases: FakeBases;
let refreshes: number;

const user: User = {
  id: '7',
  userWindows: 'gaubry',
  cUser: 'GA00',
  mail: 'g@exemple.fr',
  nomAffiche: 'Gaëlle Aubry',
  role: 'commercial',
  cReps: ['GA00'],
  mustChangePassword: false,
};

function session(number: number, change: Partial<User> = {}): Session {
  const tokens = {
    accessToken: `access-${String(number)}`,
    refreshToken: `refresh-${String(number)}`,
    refreshTokenHash: '',
  };
  return { ...tokens, expiresAt: '2026-11-24T10:30:00.000Z', deviceId: 'd-1', user: { ...user, ...change } };
}

const answerWith =
  (field: string, answered: Session): Answer =>
  () =>
    Response.json({ data: { [field]: answered } });

function keep(number: number): void {
  vault.text = JSON.stringify({ hubOrigin: location.origin, ...session(number) });
}

/** A tab of the browser: its own stores, the common vault. */
async function openTab(): Promise<SessionStore> {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      { provide: TOKEN_VAULT, useValue: vault },
      { provide: LocalBaseStore, useValue: bases },
    ],
  });
  const store = TestBed.inject(SessionStore);
  await until(() => store.state() !== 'starting');
  return store;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1));
}

beforeEach(() => {
  network = new FakeNetwork();
  network.answer = noNetwork;
  vault = new FakeVault();
  bases = new FakeBases();
  refreshes = 0;
});
afterEach(() => {
  network.restore();
});

describe('starting', () => {
  it('is signed in from what was kept, without network', async () => {
    keep(1);
    const store = await openTab();
    expect(store.state()).toBe('signed-in');
    expect(store.user()?.nomAffiche).toBe('Gaëlle Aubry');
    expect(bases.done).toEqual([expect.stringMatching(/^open tournee-.*-u7$/)]);
    expect(network.asked).toHaveLength(0);
  });

  it.each([
    ['nothing', null],
    ['something broken', '{"accessToken":'],
    ['a session with another hub', JSON.stringify({ hubOrigin: 'https://other.test', ...session(1) })],
  ])('asks to sign in when %s was kept', async (_what, text) => {
    vault.text = text;
    const store = await openTab();
    expect(store.state()).toBe('signed-out');
    expect(bases.done).toEqual([]);
  });
});

describe('signIn', () => {
  it('keeps the session and opens the user’s own base', async () => {
    const store = await openTab();
    network.answer = answerWith('signIn', session(1));
    expect(await store.signIn(' gaubry ', 'secret')).toBeNull();
    expect(store.state()).toBe('signed-in');
    expect(JSON.parse(vault.text ?? '')).toMatchObject({
      accessToken: 'access-1',
      refreshToken: 'refresh-1',
    });
    expect(network.asked[0]?.body).toContain('"userName":"gaubry"');
    network.answer = answerWith('signIn', { ...session(2, { id: '8' }) });
    await store.signIn('autre', 'secret');
    expect(new Set(bases.done).size).toBe(2);
  });

  it('says no in the hub’s words', async () => {
    const store = await openTab();
    network.answer = () => graphqlError('BAD_CREDENTIALS', 'Identifiant ou mot de passe incorrect.');
    expect(await store.signIn('gaubry', 'faux')).toEqual({
      code: 'BAD_CREDENTIALS',
      message: 'Identifiant ou mot de passe incorrect.',
    });
    expect(store.state()).toBe('signed-out');
  });

  it.each([
    ['no hub', noNetwork, 'HUB_UNREACHABLE'],
    ['a portal', portalPage, 'NOT_THE_HUB'],
  ])('says what is wrong when there is %s', async (_what, answer, code) => {
    const store = await openTab();
    network.answer = answer;
    expect((await store.signIn('gaubry', 'secret'))?.code).toBe(code);
  });

  it('asks for a new password first when the hub wants one', async () => {
    const store = await openTab();
    network.answer = answerWith('signIn', session(1, { mustChangePassword: true }));
    await store.signIn('gaubry', 'secret');
    expect(store.state()).toBe('must-change-password');
    expect(bases.done).toEqual([]);
    network.answer = answerWith('changePassword', session(2));
    expect(await store.changePassword('secret', 'un long mot de passe')).toBeNull();
    expect(store.state()).toBe('signed-in');
  });
});

describe('renew', () => {
  const rotate: Answer = ({ body }) => {
    refreshes += 1;
    const used = Number(/refresh-(\d+)/.exec(body)?.[1]);
    return used === refreshes
      ? answerWith('refreshSession', session(used + 1))({} as never)
      : graphqlError('UNAUTHENTICATED');
  };

  it('is done once for all requests of all tabs', async () => {
    keep(1);
    const [tab, other] = [await openTab(), await openTab()];
    network.answer = rotate;
    const renewed = await Promise.all([tab, other, tab, other].map((store) => store.renew('access-1')));
    expect(renewed).toEqual(['access-2', 'access-2', 'access-2', 'access-2']);
    expect(refreshes).toBe(1);
    expect(vault.text).toContain('refresh-2');
  });

  it('shows the same token again after an answer that was lost', async () => {
    keep(1);
    const store = await openTab();
    await expect(store.renew('access-1')).rejects.toMatchObject({ kind: 'unreachable' });
    network.answer = rotate;
    expect(await store.renew('access-1')).toBe('access-2');
    expect(network.asked.map(({ body }) => /refresh-\d/.exec(body)?.[0])).toEqual(['refresh-1', 'refresh-1']);
  });

  it('moves a token that an older version kept in the page into the cookie, once', async () => {
    keep(1);
    const store = await openTab();
    const { refreshToken: _inCookie, ...answered } = session(2);
    network.answer = () => Response.json({ data: { refreshSession: answered } });
    expect(await store.renew('access-1')).toBe('access-2');
    expect(vault.text).not.toContain('refresh-');
    network.answer = () =>
      Response.json({ data: { refreshSession: { ...answered, accessToken: 'access-3' } } });
    expect(await store.renew('access-2')).toBe('access-3');
    expect(network.asked.map(({ body }) => body.includes('"refreshToken":null'))).toEqual([false, true]);
  });

  it('leaves the session as it is without network', async () => {
    keep(1);
    const store = await openTab();
    await expect(store.renew('access-1')).rejects.toMatchObject({ kind: 'unreachable' });
    expect(store.state()).toBe('signed-in');
    expect(vault.text).toContain('refresh-1');
  });

  it('asks to sign in again when the session ran out, and keeps the base', async () => {
    keep(1);
    const store = await openTab();
    network.answer = () => graphqlError('UNAUTHENTICATED');
    expect(await store.renew('access-1')).toBeNull();
    expect(store.state()).toBe('signed-out');
    expect(bases.done.slice(1)).toEqual(['close', 'forget']);
    expect(vault.text).toBeNull();
  });

  it('does not bring a session back that was signed out meanwhile', async () => {
    keep(1);
    const store = await openTab();
    network.answer = (request) => {
      vault.text = null;
      return rotate(request);
    };
    expect(await store.renew('access-1')).toBeNull();
    expect(vault.text).toBeNull();
  });
});

describe('the end of a session', () => {
  it('tells the hub, forgets the tokens and removes the base', async () => {
    keep(1);
    const store = await openTab();
    network.answer = () => Response.json({ data: { signOut: true } });
    await store.signOut();
    expect(network.asked.map(({ token }) => token)).toEqual(['access-1']);
    expect([store.state(), store.user(), vault.text]).toEqual(['signed-out', null, null]);
    expect(bases.done.slice(1)).toEqual(['discard']);
  });

  it('signs out without network too', async () => {
    keep(1);
    const store = await openTab();
    await store.signOut();
    expect(store.state()).toBe('signed-out');
  });

  it('removes the base of a revoked device', async () => {
    keep(1);
    const store = await openTab();
    store.refused('SESSION_REVOKED');
    await until(() => store.state() === 'revoked');
    expect(bases.done.slice(1)).toEqual(['discard']);
    expect(vault.text).toBeNull();
  });
});
