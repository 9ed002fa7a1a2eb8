import { appUserRepository, device, session } from '@tournee/db';
import { addUser, TEST_PASSWORD, testUser } from '../../testing/test-base.ts';
import {
  codeOf,
  type GraphqlAnswer,
  SIGN_IN,
  startTestHub,
  type TestHub,
  type TestSession,
} from '../../testing/test-hub.ts';
import { sessionMessages } from './session.messages.ts';

const ME = '{ me { id userWindows cUser role cReps mustChangePassword } }';
const REFRESH =
  'mutation ($token: String!) { refreshSession(refreshToken: $token) { accessToken refreshToken deviceId } }';
const CHANGE = `mutation ($current: String!, $next: String!) {
  changePassword(currentPassword: $current, newPassword: $next) { accessToken refreshToken deviceId user { mustChangePassword } }
}`;

let test: TestHub;

beforeEach(async () => {
  test = await startTestHub();
});
afterEach(() => test.remove());

const signInAs = (userName: string, password = TEST_PASSWORD): Promise<GraphqlAnswer> =>
  test.query(SIGN_IN, { userName, password });
const refresh = (token: string): Promise<GraphqlAnswer> => test.query(REFRESH, { token });
const refreshed = async (token: string): Promise<TestSession> =>
  (await refresh(token)).data?.['refreshSession'] as unknown as TestSession;
const me = (token?: string): Promise<GraphqlAnswer> => test.query(ME, {}, token);

describe('signIn', () => {
  it('opens a session whose token says who one is', async () => {
    const { accessToken, deviceId } = await test.signIn();
    expect(await me(accessToken)).toEqual({
      data: {
        me: {
          id: expect.any(String),
          userWindows: 'igarnier',
          cUser: 'GA00',
          role: 'commercial',
          cReps: ['GA00'],
          mustChangePassword: false,
        },
      },
    });
    const [row] = await test.database.db.select().from(device);
    expect(row).toMatchObject({ id: deviceId, name: 'portable', revokedAt: null });
  });

  it.each(['IGARNIER', '  igarnier ', 'iGarnier'])('takes the user name %j', async (userName) => {
    expect(codeOf(await signInAs(userName))).toBeNull();
  });

  it('says the same for a wrong password and for an unknown user', async () => {
    const wrong = await signInAs('igarnier', 'something else');
    const unknown = await signInAs('nobody', 'something else');
    expect(codeOf(wrong)).toBe('BAD_CREDENTIALS');
    expect(unknown.errors).toEqual(wrong.errors);
  });

  it('takes as long for an unknown user as for a known one', async () => {
    const time = async (userName: string): Promise<number> => {
      const start = performance.now();
      await signInAs(userName, 'something else');
      return performance.now() - start;
    };
    await time('igarnier');
    const known = await time('igarnier');
    const unknown = await time('nobody');
    expect(unknown).toBeGreaterThan(known / 3);
  });

  it('refuses a deactivated user, but only tells who knows the password', async () => {
    await addUser(test.database, testUser({ userWindows: 'parti', cUser: 'PA00', isActive: false }));
    expect(codeOf(await signInAs('parti', 'something else'))).toBe('BAD_CREDENTIALS');
    expect(codeOf(await signInAs('parti'))).toBe('FORBIDDEN');
  });

  it('stores neither password nor token', async () => {
    const { refreshToken } = await test.signIn();
    const stored = JSON.stringify([
      await test.database.db.select().from(session),
      await appUserRepository(test.database.db).list(),
    ]);
    expect(stored).not.toContain(refreshToken);
    expect(stored).not.toContain(TEST_PASSWORD);
    expect(stored).toContain('$argon2id$');
  });
});

describe('access token', () => {
  it('ends after a quarter of an hour', async () => {
    const { accessToken } = await test.signIn();
    test.clock.advance({ minutes: 14 });
    expect(codeOf(await me(accessToken))).toBeNull();
    test.clock.advance({ minutes: 2 });
    expect(codeOf(await me(accessToken))).toBe('UNAUTHENTICATED');
  });

  it.each([undefined, 'rubbish', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.'])(
    'is refused when it is %s',
    async (token) => {
      expect(codeOf(await me(token))).toBe('UNAUTHENTICATED');
    },
  );

  it('is refused when a letter of it changed', async () => {
    const { accessToken } = await test.signIn();
    const [header, payload = '', signature] = accessToken.split('.');
    const forged = Buffer.from(
      Buffer.from(payload, 'base64url').toString().replace('commercial', 'admin'),
    ).toString('base64url');
    expect(codeOf(await me([header, forged, signature].join('.')))).toBe('UNAUTHENTICATED');
  });

  it('is worth nothing once the user is deactivated', async () => {
    const { accessToken, refreshToken, user } = await test.signIn();
    await appUserRepository(test.database.db).setActive(Number(user.id), false, test.clock.now());
    expect(codeOf(await me(accessToken))).toBe('SESSION_REVOKED');
    expect(codeOf(await refresh(refreshToken))).toBe('SESSION_REVOKED');
  });
});

describe('refreshSession', () => {
  it('hands out the next pair, sixty days from then', async () => {
    const first = await test.signIn();
    test.clock.advance({ days: 59 });
    const second = await refreshed(first.refreshToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(second.deviceId).toBe(first.deviceId);
    expect(codeOf(await me(second.accessToken))).toBeNull();
    test.clock.advance({ days: 59 });
    expect(codeOf(await refresh(second.refreshToken))).toBeNull();
  });

  it('is over after sixty days without contact, which is nobody’s fault', async () => {
    const { refreshToken } = await test.signIn();
    test.clock.advance({ days: 61 });
    expect(codeOf(await refresh(refreshToken))).toBe('UNAUTHENTICATED');
    const [row] = await test.database.db.select().from(device);
    expect(row?.revokedAt).toBeNull();
  });

  it('does not know a token it never gave', async () => {
    expect(codeOf(await refresh('x'.repeat(43)))).toBe('UNAUTHENTICATED');
  });
});

describe('signOut', () => {
  it('ends the session of this device', async () => {
    const { accessToken, refreshToken } = await test.signIn();
    expect(await test.query('mutation { signOut }', {}, accessToken)).toEqual({ data: { signOut: true } });
    expect(codeOf(await me(accessToken))).toBe('SESSION_REVOKED');
    expect(codeOf(await refresh(refreshToken))).toBe('SESSION_REVOKED');
  });
});

describe('changePassword', () => {
  const change = (token: string, next: string, current = TEST_PASSWORD): Promise<GraphqlAnswer> =>
    test.query(CHANGE, { current, next }, token);

  it('is all that a user may do who must change his password', async () => {
    await addUser(
      test.database,
      testUser({ userWindows: 'nouveau', cUser: 'NO00', mustChangePassword: true }),
    );
    const { accessToken } = await test.signIn('nouveau');
    const refusals = await Promise.all(
      [ME, '{ baseState { documentCount } }', 'mutation { pushOperations(rows: []) { id } }'].map((text) =>
        test.query(text, {}, accessToken),
      ),
    );
    expect(refusals.map(codeOf)).toEqual(Array(3).fill('PASSWORD_CHANGE_REQUIRED'));
    const { data } = await change(accessToken, 'un tracteur et 4 roues');
    const { accessToken: next, user } = data?.['changePassword'] as unknown as TestSession;
    expect(user).toEqual({ mustChangePassword: false });
    expect(codeOf(await me(next))).toBeNull();
    expect(codeOf(await signInAs('nouveau', 'un tracteur et 4 roues'))).toBeNull();
    expect(codeOf(await signInAs('nouveau'))).toBe('BAD_CREDENTIALS');
  });

  it('signs the other devices out', async () => {
    const [here, elsewhere] = [await test.signIn(), await test.signIn()];
    const { data } = await change(here.accessToken, 'un tracteur et 4 roues');
    expect(codeOf(await me(elsewhere.accessToken))).toBe('SESSION_REVOKED');
    const { refreshToken } = data?.['changePassword'] as unknown as TestSession;
    expect(codeOf(await refresh(refreshToken))).toBeNull();
  });

  it.each([
    ['trop court', TEST_PASSWORD, 'court', 'newPassword', sessionMessages.passwordTooShort(10)],
    ['trivial', TEST_PASSWORD, 'motdepasse2026', 'newPassword', sessionMessages.passwordTrivial],
    ['the old one', TEST_PASSWORD, TEST_PASSWORD, 'newPassword', sessionMessages.passwordUnchanged],
    [
      'after a wrong one',
      'wrong',
      'un tracteur et 4 roues',
      'currentPassword',
      sessionMessages.badCurrentPassword,
    ],
  ])('refuses a password that is %s', async (_why, current, next, field, message) => {
    const { accessToken } = await test.signIn();
    const { errors } = await change(accessToken, next, current);
    expect(errors?.[0]).toMatchObject({ message, extensions: { code: 'BAD_INPUT', field } });
  });
});
