import { deviceRepository } from '@tournee/db';
import { SETTING_NAMES, settingDefinition } from '@tournee/graphql';
import type { Log } from '../../logger.ts';
import { addUser, testUser } from '../test-base.ts';
import { startTestHub, type TestHub } from '../test-hub.ts';
import { push, visitOperation } from '../test-operations.ts';
import { type FuzzCase, type FuzzPerson, type FuzzRequest, requestOf } from './fuzz-request.ts';
import type { FuzzTargets } from './right-arguments.ts';

const USER_NAMES: Readonly<Record<Exclude<FuzzPerson, 'anonymous'>, string>> = {
  admin: 'direction',
  repA: 'igarnier',
  repB: 'pmartin',
  accountant: 'compta',
  mustChange: 'nouveau',
};
const DEFAULTS = Object.fromEntries(SETTING_NAMES.map((name) => [name, settingDefinition(name).default]));
const RESET = `mutation ($changes: [SettingValueInput!]!) { updateSettings(changes: $changes) { name } }`;
/** Fields that may end the session they are called in. */
const ENDS_SESSION = /signOut|changePassword|revokeDevice|refreshSession/;

export interface FuzzAnswer {
  readonly request: FuzzRequest;
  readonly status: number;
  readonly text: string;
  /** What the hub logged as a fault meanwhile. */
  readonly logged: readonly string[];
}

export interface FuzzWorld {
  readonly test: TestHub;
  send(fuzzCase: FuzzCase): Promise<FuzzAnswer>;
}

/** A hub with persons of every kind, and something of each kind to ask for. */
export async function startFuzzWorld(): Promise<FuzzWorld> {
  const logged: string[] = [];
  const test = await startTestHub({ log: faultLog(logged) });
  await addUser(test.database, testUser({ userWindows: 'nouveau', cUser: 'NO00', mustChangePassword: true }));
  await addUser(test.database, testUser({ userWindows: 'parti', cUser: 'QU00' }));
  const tokens = new Map<FuzzPerson, string>();
  const tokenOf = async (person: FuzzPerson): Promise<string | undefined> => {
    if (person === 'anonymous') return undefined;
    if (!tokens.has(person)) tokens.set(person, (await test.signIn(USER_NAMES[person])).accessToken);
    return tokens.get(person);
  };
  const targets = await makeTargets(test, (await tokenOf('repA')) ?? '');
  return {
    test,
    async send(fuzzCase) {
      logged.length = 0;
      const request = requestOf(fuzzCase, targets, DEFAULTS);
      const answer = await post(test, request, await tokenOf(fuzzCase.person));
      const faults = [...logged];
      if (ENDS_SESSION.test(fuzzCase.target)) tokens.delete(fuzzCase.person);
      if (fuzzCase.target.startsWith('setting ')) {
        const changes = SETTING_NAMES.map((name) => ({ name, reset: true }));
        await test.query(RESET, { changes }, await tokenOf('admin'));
      }
      return { request, ...answer, logged: faults };
    },
  };
}

async function makeTargets(test: TestHub, token: string): Promise<FuzzTargets> {
  const userId = await addUser(test.database, testUser({ userWindows: 'cible', cUser: 'CI00' }));
  const spare = await test.signIn('cible');
  const out = await test.signIn('parti');
  await deviceRepository(test.database.db).revoke(out.deviceId, 'signed-out', test.clock.now());
  const refused = visitOperation({ entityId: 'C9999' });
  await push(test, token, refused);
  return {
    userId: String(userId),
    deviceId: spare.deviceId,
    refusedOperation: refused.id,
    refreshToken: spare.refreshToken,
    outRefreshToken: out.refreshToken,
  };
}

async function post(
  test: TestHub,
  { query, variables }: FuzzRequest,
  token: string | undefined,
): Promise<{ status: number; text: string }> {
  const response = await fetch(`${test.hub.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: `{"query":${JSON.stringify(query)},"variables":${variables}}`,
  });
  return { status: response.status, text: await response.text() };
}

function faultLog(logged: string[]): Log {
  const quiet = (): void => undefined;
  const error = (details: unknown, message?: string): void => {
    const { err } = details as { err?: unknown };
    logged.push(`${message ?? ''}: ${describe(err)}`);
  };
  return { info: quiet, warn: quiet, debug: quiet, error };
}

/** The cause at the bottom, and where it was thrown. What was asked is made up: it may be told. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return describe(error.cause);
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^ +at .*\/(hub|db|graphql)\/src\//.test(line));
  return [error.message, ...places.slice(0, 3).map((line) => line.trim())].join(' | ');
}
