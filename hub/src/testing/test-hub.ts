import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@tournee/db';
import { openTestDatabase } from '@tournee/db/testing';
import { silentLog } from '../logger.ts';
import { type Hub, type HubOptions, startHub } from '../start-hub.ts';
import { fillTestBase, TEST_PASSWORD } from './test-base.ts';
import { type TestClock, testClock } from './test-clock.ts';

export interface GraphqlAnswer {
  data?: Record<string, never> | null;
  errors?: { message: string; path?: string[]; extensions: Record<string, unknown> & { code: string } }[];
}

export interface TestHub {
  hub: Hub;
  /** A second connection to the hub's database. */
  database: Database;
  databaseUrl: string;
  dataFolder: string;
  clock: TestClock;
  query(
    text: string,
    variables?: Record<string, unknown>,
    token?: string,
    headers?: Record<string, string>,
  ): Promise<GraphqlAnswer>;
  /** Signs in with `TEST_PASSWORD`. */
  signIn(userName?: string): Promise<TestSession>;
  remove(): Promise<void>;
}

export interface TestSession {
  accessToken: string;
  refreshToken: string;
  deviceId: string;
  user: { id: string };
}

export const SIGN_IN = `mutation ($userName: String!, $password: String!) {
  signIn(userName: $userName, password: $password, deviceName: "portable") {
    accessToken refreshToken expiresAt deviceId user { id userWindows role cReps mustChangePassword }
  }
}`;

/** A hub of its own on a test database, listening on a free port, with a clock that stands still. */
export async function startTestHub(options: Partial<HubOptions> = {}): Promise<TestHub> {
  const test = await openTestDatabase();
  await fillTestBase(test.database);
  const dataFolder = await mkdtemp(join(tmpdir(), 'tournee-hub-'));
  const clock = testClock();
  const bell = { intervalMs: 50, renewMs: 0 };
  const hub = await startHub({
    dataFolder,
    databaseUrl: test.url,
    port: 0,
    clock,
    bell,
    jobs: false,
    log: silentLog(),
    secret: 'secret of the tests, long enough',
    ...options,
  });
  const query: TestHub['query'] = (text, variables, token, headers) =>
    postQuery(hub.url, text, variables, token, headers);
  return {
    hub,
    database: test.database,
    databaseUrl: test.url,
    dataFolder,
    clock,
    query,
    signIn: async (userName = 'igarnier') => {
      const { data, errors } = await query(SIGN_IN, { userName, password: TEST_PASSWORD });
      if (!data) throw new Error(JSON.stringify(errors));
      return data['signIn'] as unknown as TestSession;
    },
    remove: async () => {
      await hub.close();
      await test.remove();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

export async function postQuery(
  url: string,
  query: string,
  variables?: Record<string, unknown>,
  token?: string,
  headers?: Record<string, string>,
): Promise<GraphqlAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as GraphqlAnswer;
}

/** Code of the first error; null when there is none. */
export function codeOf(answer: GraphqlAnswer): string | null {
  return answer.errors?.[0]?.extensions.code ?? null;
}
