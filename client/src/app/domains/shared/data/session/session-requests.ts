import type { Session } from '@tournee/graphql';
import { type GraphqlResult, exchange } from '../hub/graphql-exchange.ts';

const SESSION =
  '{ accessToken refreshToken expiresAt deviceId user { id userWindows cUser mail nomAffiche role cReps mustChangePassword } }';
const SIGN_IN =
  'mutation SignIn($userName: String!, $password: String!, $deviceName: String!) ' +
  `{ signIn(userName: $userName, password: $password, deviceName: $deviceName) ${SESSION} }`;
const REFRESH = `mutation RefreshSession($refreshToken: String!) { refreshSession(refreshToken: $refreshToken) ${SESSION} }`;
const SIGN_OUT = 'mutation SignOut { signOut }';
const CHANGE_PASSWORD =
  'mutation ChangePassword($currentPassword: String!, $newPassword: String!) ' +
  `{ changePassword(currentPassword: $currentPassword, newPassword: $newPassword) ${SESSION} }`;

const TIMEOUT_MS = 20_000;
/** Signing out does not wait for a network that may not be there. */
const SIGN_OUT_TIMEOUT_MS = 3_000;

/** A session, or the errors of the hub that says no. Throws `HubError` when there is no hub to ask. */
export type SessionAnswer = { session: Session } | { errors: NonNullable<GraphqlResult['errors']> };

export async function requestSignIn(
  hubOrigin: string,
  userName: string,
  password: string,
): Promise<SessionAnswer> {
  const variables = { userName, password, deviceName: deviceName() };
  return answer('signIn', await post(hubOrigin, SIGN_IN, variables, null));
}

export async function requestRefresh(hubOrigin: string, refreshToken: string): Promise<SessionAnswer> {
  return answer('refreshSession', await post(hubOrigin, REFRESH, { refreshToken }, null));
}

export async function requestPasswordChange(
  hubOrigin: string,
  accessToken: string,
  passwords: { currentPassword: string; newPassword: string },
): Promise<SessionAnswer> {
  return answer('changePassword', await post(hubOrigin, CHANGE_PASSWORD, passwords, accessToken));
}

export async function requestSignOut(hubOrigin: string, accessToken: string): Promise<void> {
  await post(hubOrigin, SIGN_OUT, {}, accessToken, SIGN_OUT_TIMEOUT_MS);
}

function post(
  hubOrigin: string,
  query: string,
  variables: object,
  accessToken: string | null,
  timeout = TIMEOUT_MS,
): Promise<GraphqlResult> {
  const body = JSON.stringify({ query, variables });
  return exchange({ url: `${hubOrigin}/graphql`, body, accessToken, signal: AbortSignal.timeout(timeout) });
}

function answer(field: string, result: GraphqlResult): SessionAnswer {
  if (result.errors !== undefined && result.errors.length > 0) return { errors: result.errors };
  return { session: result.data?.[field] as Session };
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
