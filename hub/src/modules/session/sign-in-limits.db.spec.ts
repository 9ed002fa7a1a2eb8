import { signInAttempt } from '@tournee/db';
import { TEST_PASSWORD } from '../../testing/test-base.ts';
import { type DeviceKey, newDeviceKey } from '../../testing/device-key.ts';
import { codeOf, type GraphqlAnswer, SIGN_IN, startTestHub, type TestHub } from '../../testing/test-hub.ts';

let test: TestHub;

beforeEach(async () => {
  test = await startTestHub();
});
afterEach(() => test.remove());

const attempt = (userName: string, password = 'wrong'): Promise<GraphqlAnswer> =>
  test.query(SIGN_IN, { userName, password });
const repeat = async (count: number, userName: string): Promise<(string | null)[]> => {
  const codes: (string | null)[] = [];
  for (let index = 0; index < count; index += 1) codes.push(codeOf(await attempt(userName)));
  return codes;
};

describe('sign-in limits', () => {
  it('shut a user name after five failures, even for the right password, and say until when', async () => {
    expect(await repeat(5, 'igarnier')).toEqual(Array(5).fill('BAD_CREDENTIALS'));
    const { errors } = await attempt('IGARNIER', TEST_PASSWORD);
    expect(errors?.[0]?.extensions).toEqual({
      code: 'TOO_MANY_ATTEMPTS',
      retryAt: '2026-11-24T09:15:00.000Z',
    });
    expect(errors?.[0]?.message).toBe('Trop d’essais infructueux. Réessayez dans 15 minutes.');
    expect(codeOf(await attempt('pmartin', TEST_PASSWORD))).toBeNull();
  });

  it('open again after a quarter of an hour, however often somebody tried meanwhile', async () => {
    await repeat(5, 'igarnier');
    for (let minute = 0; minute < 15; minute += 1) {
      test.clock.advance({ minutes: 1 });
      await attempt('igarnier');
    }
    test.clock.advance({ seconds: 1 });
    expect(codeOf(await attempt('igarnier', TEST_PASSWORD))).toBeNull();
  });

  it('forget the failures of a user who got it right', async () => {
    await repeat(4, 'igarnier');
    expect(codeOf(await attempt('igarnier', TEST_PASSWORD))).toBeNull();
    expect(await repeat(5, 'igarnier')).toEqual(Array(5).fill('BAD_CREDENTIALS'));
  });

  it('let no more than five guesses through when they come at the same instant', async () => {
    const codes = (await Promise.all(Array.from({ length: 20 }, () => attempt('igarnier')))).map(codeOf);
    expect(codes.filter((code) => code === 'BAD_CREDENTIALS')).toHaveLength(5);
    expect(codes.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(15);
  });

  it('shut an address after thirty failures', async () => {
    for (let index = 0; index < 30; index += 1) await attempt(`nobody${String(index)}`);
    expect(codeOf(await attempt('igarnier', TEST_PASSWORD))).toBe('TOO_MANY_ATTEMPTS');
  });

  it('do not count attempts at a name that is shut against the address', async () => {
    await repeat(40, 'igarnier');
    expect(codeOf(await attempt('pmartin', TEST_PASSWORD))).toBeNull();
  });

  it('take whatever name a stranger sends, and keep nothing of it for long', async () => {
    expect(codeOf(await attempt('x'.repeat(5000)))).toBe('BAD_CREDENTIALS');
    expect(codeOf(await attempt("'; drop table crm.app_user; --"))).toBe('BAD_CREDENTIALS');
    test.clock.advance({ minutes: 16 });
    await attempt('igarnier', TEST_PASSWORD);
    expect(await test.database.db.select().from(signInAttempt)).toEqual([]);
  });

  describe('for a device on which the user signed in before', () => {
    let key: DeviceKey;
    const from = async (address: string, userName: string, password: string): Promise<string | null> => {
      const headers = { ...(await key.proof()), 'x-forwarded-for': address };
      return codeOf(await test.query(SIGN_IN, { userName, password }, undefined, headers));
    };

    beforeEach(async () => {
      key = await newDeviceKey();
      await from('192.0.2.1', 'igarnier', TEST_PASSWORD);
    });

    it('are its own: what others guess never shuts it out, from the same address neither', async () => {
      await repeat(5, 'igarnier');
      for (let index = 0; index < 30; index += 1) await attempt(`nobody${String(index)}`);
      expect(codeOf(await attempt('igarnier', TEST_PASSWORD))).toBe('TOO_MANY_ATTEMPTS');
      expect(await from('127.0.0.1', 'igarnier', TEST_PASSWORD)).toBeNull();
    });

    it('shut it out after five wrong guesses of its own, and for its own user only', async () => {
      for (let index = 0; index < 5; index += 1)
        expect(await from('192.0.2.1', 'igarnier', 'wrong')).toBe('BAD_CREDENTIALS');
      expect(await from('192.0.2.9', 'igarnier', TEST_PASSWORD)).toBe('TOO_MANY_ATTEMPTS');
      for (let index = 0; index < 5; index += 1) await repeat(1, 'pmartin');
      expect(await from('127.0.0.1', 'pmartin', TEST_PASSWORD)).toBe('TOO_MANY_ATTEMPTS');
    });
  });

  it('shut a user and a network, not the user elsewhere; a network is a /64 of IPv6', async () => {
    const from = async (address: string, password: string): Promise<string | null> =>
      codeOf(
        await test.query(SIGN_IN, { userName: 'igarnier', password }, undefined, {
          'x-forwarded-for': address,
        }),
      );
    for (const host of [1, 2, 3, 4, 5]) await from(`2001:db8:1:2::${String(host)}`, 'wrong');
    expect(await from('2001:db8:1:2:ffff::6', TEST_PASSWORD)).toBe('TOO_MANY_ATTEMPTS');
    expect(await from('2001:db8:1:3::6', TEST_PASSWORD)).toBeNull();
  });

  it('are seen and lifted by an administrator', async () => {
    await repeat(5, 'igarnier');
    const { accessToken } = await test.signIn('direction');
    const LIST = '{ adminUsers { rows { id userWindows signInLockedUntil } } }';
    const { data } = await test.query(LIST, {}, accessToken);
    const { rows } = data?.['adminUsers'] as unknown as {
      rows: { id: string; userWindows: string; signInLockedUntil: string | null }[];
    };
    const locked = rows.filter(({ signInLockedUntil }) => signInLockedUntil !== null);
    expect(locked).toMatchObject([
      { userWindows: 'igarnier', signInLockedUntil: '2026-11-24T09:15:00.000Z' },
    ]);
    const LIFT = 'mutation ($id: ID!) { liftSignInLock(userId: $id) { signInLockedUntil } }';
    const lifted = await test.query(LIFT, { id: locked[0]?.id }, accessToken);
    expect(lifted.data?.['liftSignInLock']).toEqual({ signInLockedUntil: null });
    expect(codeOf(await attempt('igarnier', TEST_PASSWORD))).toBeNull();
  });
});
