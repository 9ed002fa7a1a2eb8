import { refreshTokenHash, type DeviceKey } from './device-key.ts';
import type { AnsweredSession, KeptSession } from './kept-session.ts';
import { type GraphqlResult, exchange } from '../hub/graphql-exchange.ts';

/** The desktop application keeps the refresh token itself; a browser has it in a cookie, out of the page's reach. */
const usesCookie = (): boolean => window.tournee === undefined;

const SESSION =
  '{ accessToken refreshToken @skip(if: $usesCookie) refreshTokenHash expiresAt deviceId user { id userWindows cUser mail nomAffiche role cReps mustChangePassword } }';
const SIGN_IN =
  'mutation SignIn($userName: String!, $password: String!, $deviceName: String!, $usesCookie: Boolean!) ' +
  `{ signIn(userName: $userName, password: $password, deviceName: $deviceName) ${SESSION} }`;
const REFRESH = `mutation RefreshSession($refreshToken: String, $usesCookie: Boolean!) { refreshSession(refreshToken: $refreshToken) ${SESSION} }`;
const SIGN_OUT = 'mutation SignOut { signOut }';
const CHANGE_PASSWORD =
  'mutation ChangePassword($currentPassword: String!, $newPassword: String!, $usesCookie: Boolean!) ' +
  `{ changePassword(currentPassword: $currentPassword, newPassword: $newPassword) ${SESSION} }`;

const TIMEOUT_MS = 20_000;
/** Signing out does not wait for a network that may not be there. */
const SIGN_OUT_TIMEOUT_MS = 3_000;

/** A session, or the errors of the hub that says no. Throws `HubError` when there is no hub to ask. */
export type SessionAnswer = { session: AnsweredSession } | { errors: NonNullable<GraphqlResult['errors']> };

export async function requestSignIn(
  hubOrigin: string,
  credentials: { userName: string; password: string },
  key: DeviceKey,
): Promise<SessionAnswer> {
  const variables = { ...credentials, deviceName: deviceName(), usesCookie: usesCookie() };
  const headers = proofHeader(await key.prove(graphqlUrl(hubOrigin), null));
  return answer('signIn', await post({ hubOrigin, query: SIGN_IN, variables, headers }));
}

/** The answer to the same token is always the same: one that was lost is asked for again, however late. */
export async function requestRefresh(kept: KeptSession, key: DeviceKey): Promise<SessionAnswer> {
  const { hubOrigin, refreshToken = null } = kept;
  const tokenHash = kept.refreshTokenHash ?? (await refreshTokenHash(refreshToken ?? ''));
  const headers = proofHeader(await key.prove(graphqlUrl(hubOrigin), tokenHash));
  return answer(
    'refreshSession',
    await post({ hubOrigin, query: REFRESH, variables: { refreshToken, usesCookie: usesCookie() }, headers }),
  );
}

export async function requestPasswordChange(
  hubOrigin: string,
  accessToken: string,
  passwords: { currentPassword: string; newPassword: string },
): Promise<SessionAnswer> {
  const variables = { ...passwords, usesCookie: usesCookie() };
  return answer('changePassword', await post({ hubOrigin, query: CHANGE_PASSWORD, variables, accessToken }));
}

export async function requestSignOut(hubOrigin: string, accessToken: string): Promise<void> {
  await post({ hubOrigin, query: SIGN_OUT, variables: {}, accessToken, timeoutMs: SIGN_OUT_TIMEOUT_MS });
}

interface SessionRequest {
  hubOrigin: string;
  query: string;
  variables: object;
  accessToken?: string;
  timeoutMs?: number;
  headers?: Record<string, string>;
}

function post({
  hubOrigin,
  query,
  variables,
  accessToken,
  timeoutMs,
  headers,
}: SessionRequest): Promise<GraphqlResult> {
  return exchange({
    url: graphqlUrl(hubOrigin),
    body: JSON.stringify({ query, variables }),
    accessToken: accessToken ?? null,
    signal: AbortSignal.timeout(timeoutMs ?? TIMEOUT_MS),
    headers: headers ?? {},
    usesCookie: usesCookie(),
  });
}

function graphqlUrl(hubOrigin: string): string {
  return `${hubOrigin}/graphql`;
}

function proofHeader(proof: string | null): Record<string, string> {
  return proof === null ? {} : { dpop: proof };
}

function answer(field: string, result: GraphqlResult): SessionAnswer {
  if (result.errors !== undefined && result.errors.length > 0) return { errors: result.errors };
  return { session: result.data?.[field] as AnsweredSession };
}

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** What an administrator reads in the list of devices, e.g. `Tournée win32 0.1.0` or `Navigateur Chrome`. */
function deviceName(): string {
  const shell = window.tournee;
  if (shell !== undefined) return `Tournée ${shell.platform} ${shell.version}`;
  const browser = BROWSERS.find(([pattern]) => pattern.test(navigator.userAgent))?.[1] ?? '';
  return `Navigateur ${browser}`.trim();
}
