import { device } from '@tournee/db';
import { TEST_PASSWORD } from '../../testing/test-base.ts';
import { type DeviceKey, newDeviceKey } from '../../testing/device-key.ts';
import {
  codeOf,
  type GraphqlAnswer,
  SIGN_IN,
  startTestHub,
  type TestHub,
  type TestSession,
} from '../../testing/test-hub.ts';

const REFRESH =
  'mutation ($token: String!) { refreshSession(refreshToken: $token) { accessToken refreshToken refreshTokenHash deviceId } }';
const CHANGE = `mutation ($current: String!, $next: String!) {
  changePassword(currentPassword: $current, newPassword: $next) { accessToken refreshToken refreshTokenHash deviceId }
}`;

type Opened = TestSession & { refreshTokenHash: string };

let test: TestHub;
let key: DeviceKey;

beforeEach(async () => {
  test = await startTestHub();
  key = await newDeviceKey();
});
afterEach(() => test.remove());

const me = async (token: string): Promise<string | null> =>
  codeOf(await test.query('{ me { id } }', {}, token));
const devices = (): Promise<(typeof device.$inferSelect)[]> => test.database.db.select().from(device);

async function signIn(headers: Record<string, string> = {}): Promise<Opened> {
  const text = SIGN_IN.replace('refreshToken', 'refreshToken refreshTokenHash');
  const { data } = await test.query(
    text,
    { userName: 'igarnier', password: TEST_PASSWORD },
    undefined,
    headers,
  );
  return data?.['signIn'] as unknown as Opened;
}

function show(token: string, headers: Record<string, string> = {}): Promise<GraphqlAnswer> {
  return test.query(REFRESH, { token }, undefined, headers);
}

function opened({ data, errors }: GraphqlAnswer): Opened {
  if (!data) throw new Error(JSON.stringify(errors));
  return data['refreshSession'] as unknown as Opened;
}

describe('a session tied to the key of its device', () => {
  let first: Opened;
  const renew = async (from: Pick<Opened, 'refreshToken' | 'refreshTokenHash'>, by = key): Promise<Opened> =>
    opened(await show(from.refreshToken, await by.proof(from.refreshTokenHash)));

  beforeEach(async () => {
    first = await signIn(await key.proof());
  });

  it.each([
    ['40 seconds', { seconds: 40 }],
    ['ten minutes', { minutes: 10 }],
    ['a week', { days: 7 }],
  ])('goes on when an answer was lost and the laptop was closed for %s', async (_long, time) => {
    const lost = await renew(first);
    test.clock.advance(time);
    const again = await renew(first);
    expect(again.refreshToken).toBe(lost.refreshToken);
    expect(await me(again.accessToken)).toBeNull();
    expect(await me((await renew(again)).accessToken)).toBeNull();
  });

  it('answers the same to a request that arrives twice, also byte by byte the same', async () => {
    const proof = await key.proof(first.refreshTokenHash);
    const both = await Promise.all([show(first.refreshToken, proof), show(first.refreshToken, proof)]);
    expect(new Set(both.map((answer) => opened(answer).refreshToken)).size).toBe(1);
  });

  it('bears a request that arrives after three newer ones', async () => {
    const late = await key.proof(first.refreshTokenHash);
    const third = await renew(await renew(first));
    const fourth = await renew(third);
    test.clock.advance({ minutes: 10 });
    expect(await me(opened(await show(first.refreshToken, late)).accessToken)).toBeNull();
    expect(await me((await renew(fourth)).accessToken)).toBeNull();
    expect((await devices())[0]?.revokedAt).toBeNull();
  });

  it('takes a proof of the token before, as of a browser that has the cookie but not the answer', async () => {
    const lost = await renew(first);
    const again = opened(await show(lost.refreshToken, await key.proof(first.refreshTokenHash)));
    expect(again.refreshToken).toBe(lost.refreshToken);
  });

  it('takes a proof of a laptop whose clock is years off', async () => {
    const proof = await key.proof(first.refreshTokenHash, { claims: { iat: 1_550_000_000 } });
    expect(codeOf(await show(first.refreshToken, proof))).toBeNull();
  });

  it('refuses its token without its key, notes it for the administrator, and goes on', async () => {
    const thief = await newDeviceKey();
    const attempts = [{}, await thief.proof(first.refreshTokenHash)];
    test.clock.advance({ minutes: 3 });
    for (const headers of attempts)
      expect(codeOf(await show(first.refreshToken, headers))).toBe('UNAUTHENTICATED');
    const [row] = await devices();
    expect(row).toMatchObject({ revokedAt: null, strayTokenAt: test.clock.now() });
    expect(row?.lastSeenAt).not.toEqual(test.clock.now());
    expect(await me(first.accessToken)).toBeNull();
    expect(await me((await renew(first)).accessToken)).toBeNull();
  });

  it.each([
    ['of another token', { claims: { rth: 'a'.repeat(64) } }],
    ['of no token', { claims: { rth: undefined } }],
    ['for another method', { claims: { htm: 'GET' } }],
    ['for another path', { claims: { htu: 'https://tournee.exemple.fr/health' } }],
    ['of another type', { header: { typ: 'JWT' } }],
    ['with a key of another kind', { header: { jwk: { kty: 'oct', k: 'AAAA' } } }],
    ['without a key', { header: { jwk: undefined } }],
  ])('refuses a proof %s', async (_what, changes) => {
    const proof = await key.proof(first.refreshTokenHash, changes);
    expect(codeOf(await show(first.refreshToken, proof))).toBe('UNAUTHENTICATED');
  });

  it('bears the lost answer to a change of password', async () => {
    const words = { current: TEST_PASSWORD, next: 'un tracteur et 4 roues' };
    expect(codeOf(await test.query(CHANGE, words, first.accessToken))).toBeNull();
    test.clock.advance({ minutes: 10 });
    expect(await me((await renew(first)).accessToken)).toBeNull();
  });
});

describe('a session that was opened before devices had keys', () => {
  it('is taken over by its first proof, once, also when the answer to that was lost', async () => {
    const old = await signIn();
    const proof = await key.proof(old.refreshTokenHash);
    opened(await show(old.refreshToken, proof));
    expect((await devices())[0]?.keyThumbprint).toHaveLength(43);
    test.clock.advance({ minutes: 10 });
    expect(codeOf(await show(old.refreshToken))).toBe('UNAUTHENTICATED');
    expect(
      codeOf(await show(old.refreshToken, await (await newDeviceKey()).proof(old.refreshTokenHash))),
    ).toBe('UNAUTHENTICATED');
    expect(codeOf(await show(old.refreshToken, proof))).toBeNull();
  });
});

describe('a plain API client', () => {
  it('gets the same answer again for as long as it has not used it', async () => {
    const first = await signIn();
    const second = opened(await show(first.refreshToken));
    test.clock.advance({ days: 3 });
    expect(opened(await show(first.refreshToken)).refreshToken).toBe(second.refreshToken);
  });

  it('is refused an old token after a quarter of an hour, and stays signed in', async () => {
    const first = await signIn();
    const second = opened(await show(first.refreshToken));
    const third = opened(await show(second.refreshToken));
    test.clock.advance({ minutes: 14 });
    expect(opened(await show(first.refreshToken)).refreshToken).toBe(second.refreshToken);
    test.clock.advance({ minutes: 2 });
    expect(codeOf(await show(first.refreshToken))).toBe('UNAUTHENTICATED');
    expect(codeOf(await show(third.refreshToken))).toBeNull();
    expect((await devices())[0]?.revokedAt).toBeNull();
  });

  it('loses its old tokens with a change of password', async () => {
    const first = await signIn();
    const words = { current: TEST_PASSWORD, next: 'un tracteur et 4 roues' };
    await test.query(CHANGE, words, first.accessToken);
    expect(codeOf(await show(first.refreshToken))).toBe('UNAUTHENTICATED');
  });
});
