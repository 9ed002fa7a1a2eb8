import { TEST_PASSWORD } from '../../testing/test-base.ts';
import { SIGN_IN, startTestHub, type TestHub, type TestSession } from '../../testing/test-hub.ts';

const REFRESH =
  'mutation ($token: String) { refreshSession(refreshToken: $token) { accessToken refreshToken deviceId } }';
const CREDENTIALS = { userName: 'igarnier', password: TEST_PASSWORD };

let test: TestHub;

beforeEach(async () => {
  test = await startTestHub();
});
afterEach(() => test.remove());

interface Answer {
  /** The `Set-Cookie` header. */
  cookie: string | null;
  code: string | undefined;
  session: TestSession | undefined;
}

async function ask(
  query: string,
  variables: Record<string, unknown>,
  headers: Record<string, string>,
): Promise<Answer> {
  const response = await fetch(`${test.hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data?: Record<string, TestSession> | null;
    errors?: { extensions: { code: string } }[];
  };
  return {
    cookie: response.headers.get('set-cookie'),
    code: errors?.[0]?.extensions.code,
    session: data?.['signIn'] ?? data?.['refreshSession'],
  };
}

/** What a browser sends from a page of the hub itself. */
const page = (more: Record<string, string> = {}): Record<string, string> => ({
  'x-tournee-session': 'cookie',
  origin: test.hub.url,
  ...more,
});
const pair = ({ cookie }: Answer): string => cookie?.split(';')[0] ?? '';

describe('the cookie of a browser', () => {
  it('holds the refresh token, which the page never sees', async () => {
    const opened = await ask(SIGN_IN, CREDENTIALS, page());
    expect(opened.session?.refreshToken).toBe('');
    expect(opened.cookie).toMatch(
      /^tournee_refresh=[\w-]{43}; Path=\/graphql; Max-Age=5184000; HttpOnly; SameSite=Strict$/,
    );
    const renewed = await ask(REFRESH, {}, page({ cookie: pair(opened) }));
    expect(renewed.session).toMatchObject({ refreshToken: '', deviceId: opened.session?.deviceId });
    expect(pair(renewed)).not.toBe(pair(opened));
    const again = await ask(REFRESH, {}, page({ cookie: pair(opened) }));
    expect(pair(again)).toBe(pair(renewed));
  });

  it('is kept from plain http when the request came by https', async () => {
    const opened = await ask(SIGN_IN, CREDENTIALS, page({ 'x-forwarded-proto': 'https' }));
    expect(opened.cookie).toMatch(/; Secure$/);
  });

  it('takes over a token that an older version kept in the page', async () => {
    const { refreshToken } = await test.signIn();
    const taken = await ask(REFRESH, { token: refreshToken }, page());
    expect((await ask(REFRESH, {}, page({ cookie: pair(taken) }))).code).toBeUndefined();
  });

  it.each([
    ['another site', { origin: 'https://ailleurs.exemple.fr' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'same-site' }],
    ['nowhere', { origin: '' }],
    ['the desktop application', { origin: 'app://tournee' }],
  ])('is of no use to a page of %s', async (_where, headers) => {
    const opened = await ask(SIGN_IN, CREDENTIALS, page());
    const answer = await ask(REFRESH, {}, page({ cookie: pair(opened), ...headers }));
    expect(answer).toMatchObject({ code: 'FORBIDDEN', cookie: null });
  });

  it('works behind a proxy that changes the host, since the browser says whose page asks', async () => {
    const headers = page({ origin: 'https://tournee.exemple.fr', 'sec-fetch-site': 'same-origin' });
    expect((await ask(SIGN_IN, CREDENTIALS, headers)).code).toBeUndefined();
  });

  it('is not looked at unless the page asks for it', async () => {
    const opened = await ask(SIGN_IN, CREDENTIALS, page());
    expect((await ask(REFRESH, {}, { cookie: pair(opened) })).code).toBe('UNAUTHENTICATED');
  });

  it('goes with the sign-out, also when the access token has ended', async () => {
    const opened = await ask(SIGN_IN, CREDENTIALS, page());
    const authorization = `Bearer ${opened.session?.accessToken ?? ''}`;
    test.clock.advance({ minutes: 20 });
    const out = await ask('mutation { signOut }', {}, page({ authorization, cookie: pair(opened) }));
    expect(out.cookie).toMatch(/^tournee_refresh=; Path=\/graphql; Max-Age=0/);
  });
});

describe('an API client', () => {
  it('gets its token in the answer and no cookie', async () => {
    const opened = await ask(SIGN_IN, CREDENTIALS, {});
    expect(opened).toMatchObject({ cookie: null, session: { refreshToken: expect.stringMatching(/.{43}/) } });
  });
});
