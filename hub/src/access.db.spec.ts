import { readdirSync, readFileSync } from 'node:fs';
import { deviceRepository } from '@tournee/db';
import { buildSchema, type GraphQLField } from 'graphql';
import { composeBaseRefresh } from './compose-base-refresh.ts';
import { silentLog } from './logger.ts';
import { ACCESS_RULES, type Person, PERSONS, refusalFor } from './testing/access-rules.ts';
import { callOf, type FieldCall } from './testing/call-field.ts';
import { addUser, testUser } from './testing/test-base.ts';
import { startTestHub, type TestHub, type TestSession } from './testing/test-hub.ts';
import { push, toRows, visitOperation, visitPayload } from './testing/test-operations.ts';
import { creation, modification, prospectVisit } from './testing/test-prospects.ts';

type Kind = 'query' | 'mutation' | 'subscription';

const folder = new URL('../../graphql/schema/', import.meta.url);
const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
const schema = buildSchema(texts.join('\n'));
const fields: [name: string, kind: Kind, field: GraphQLField<unknown, unknown>][] = (
  [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const
).flatMap(([kind, type]) =>
  Object.values(type?.getFields() ?? {}).map((field): [string, Kind, GraphQLField<unknown, unknown>] => [
    `${type?.name ?? ''}.${field.name}`,
    kind,
    field,
  ]),
);

/** What each person must not read: it stands in documents of the others. */
const MARK_A = 'MARQUE-A';
const MARK_B = 'MARQUE-B';
const FORBIDDEN_TEXTS: Readonly<Record<Person, readonly string[]>> = {
  anonymous: [MARK_A, MARK_B],
  repA: [MARK_B],
  repB: [MARK_A],
  admin: [],
  accountant: [MARK_A, MARK_B],
  mustChange: [MARK_A, MARK_B],
  deactivated: [MARK_A, MARK_B],
  revoked: [MARK_A, MARK_B],
};
const NOT_LET_IN = [
  'UNAUTHENTICATED',
  'SESSION_REVOKED',
  'FORBIDDEN',
  'PASSWORD_CHANGE_REQUIRED',
  'CLIENT_TOO_OLD',
  'INTERNAL',
];

let test: TestHub;
const sessions = {} as Record<Exclude<Person, 'anonymous'>, TestSession>;
const ids = { prospectB: '', operationB: '' };

beforeAll(async () => {
  test = await startTestHub();
  await addUser(test.database, testUser({ userWindows: 'nouveau', cUser: 'NO00', mustChangePassword: true }));
  await addUser(test.database, testUser({ userWindows: 'parti', cUser: 'PA00' }));
  const names = {
    repA: 'igarnier',
    repB: 'pmartin',
    admin: 'direction',
    accountant: 'compta',
    mustChange: 'nouveau',
    deactivated: 'parti',
    revoked: 'igarnier',
  };
  for (const [person, name] of Object.entries(names)) sessions[person as 'repA'] = await test.signIn(name);
  await test.database.db.execute(
    `update [dbo].[client] set [nom_client] = '${MARK_A}' where [c_rep] = 'GA00'`,
  );
  await test.database.db.execute(
    `update [dbo].[client] set [nom_client] = '${MARK_B}' where [c_rep] = 'PM00'`,
  );
  await composeBaseRefresh({ database: test.database, clock: test.clock, log: silentLog() }).run();
  const prospectA = creation({ nomClient: MARK_A, tel1: '0320123456' });
  const prospectB = creation({ nomClient: MARK_B, tel1: '0320123456' }, 'PM00');
  const visitA = visitOperation({ payload: visitPayload({ commentaire: MARK_A }) });
  const visitB = visitOperation({
    cUser: 'PM00',
    entityId: 'C0101',
    payload: visitPayload({ commentaire: MARK_B }),
  });
  await push(test, sessions.repA.accessToken, prospectA, visitA, prospectVisit(prospectA.id, 'GA00', MARK_A));
  await push(test, sessions.repB.accessToken, prospectB, visitB, prospectVisit(prospectB.id, 'PM00', MARK_B));
  Object.assign(ids, { prospectB: prospectB.id, operationB: visitB.id });
  await deviceRepository(test.database.db).revoke(sessions.revoked.deviceId, 'signed-out', test.clock.now());
  await test.database.db.execute(
    `update [crm].[app_user] set [is_active] = 0 where [user_windows] = 'parti'`,
  );
});
afterAll(() => test.remove());

const OVERRIDES: Readonly<Record<string, Record<string, unknown>>> = {
  // As many as there are: what is not his must not be among them.
  ...Object.fromEntries(
    fields.filter(([name]) => name.startsWith('Query.pull')).map(([name]) => [name, { limit: 1000 }]),
  ),
  'Mutation.changePassword': { currentPassword: 'wrong', newPassword: 'wrong' },
};

const tokenOf = async (person: Person, name: string): Promise<string | undefined> => {
  if (person === 'anonymous') return undefined;
  const isLast = name === 'Mutation.signOut' && refusalFor('session', person) === null;
  const users = {
    repA: 'igarnier',
    repB: 'pmartin',
    admin: 'direction',
    accountant: 'compta',
    mustChange: 'nouveau',
  };
  // Signing out must not end the session that the other fields are called with.
  return isLast ? (await test.signIn(users[person as 'repA'])).accessToken : sessions[person].accessToken;
};

interface Answered {
  text: string;
  code: string | null;
}

async function call(
  kind: Kind,
  { query, variables }: FieldCall,
  token: string | undefined,
): Promise<Answered> {
  const abort = new AbortController();
  const response = await fetch(`${test.hub.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: kind === 'subscription' ? 'text/event-stream' : 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
    signal: abort.signal,
  });
  const text = kind === 'subscription' ? await firstEvent(response) : await response.text();
  abort.abort();
  return { text, code: /"code":"(\w+)"/.exec(text)?.[1] ?? null };
}

async function firstEvent(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk);
    if (/^data: ?\{/m.test(text)) return text;
  }
  return text;
}

describe('the contract', () => {
  it('has a rule for each of its fields, and no other', () => {
    expect(fields.map(([name]) => name).sort()).toEqual(Object.keys(ACCESS_RULES).sort());
  });
});

describe.each(PERSONS)('as %s', (person) => {
  it.each(fields)('%s', async (name, kind, field) => {
    const rule = ACCESS_RULES[name] ?? 'admin';
    const { text, code } = await call(
      kind,
      callOf(kind, field, OVERRIDES[name]),
      await tokenOf(person, name),
    );
    const refusal = refusalFor(rule, person);
    if (refusal !== null) expect(code).toBe(refusal);
    else if (rule !== 'public') expect(NOT_LET_IN).not.toContain(code);
    for (const mark of FORBIDDEN_TEXTS[person]) expect(text).not.toContain(mark);
    if (rule === 'public') expect(text).not.toContain('"INTERNAL"');
  });
});

describe('what is somebody else’s', () => {
  const reasonOf = async (operation: object): Promise<unknown> => {
    const [answer] = await push(test, sessions.repA.accessToken, operation as never);
    return [answer?.status, answer?.reason, answer?.notice];
  };

  it('is not told from what does not exist', async () => {
    const none = 'CP_PM00_20261124T081500123_zzzzzzzz';
    expect(await reasonOf(visitOperation({ entityId: 'C0101' }))).toEqual(
      await reasonOf(visitOperation({ entityId: 'C9999' })),
    );
    const change = { nomClient: [MARK_B, 'X'] } as const;
    expect(await reasonOf(modification(ids.prospectB, change))).toEqual(
      await reasonOf(modification(none, change)),
    );
    expect(await reasonOf(prospectVisit(ids.prospectB))).toEqual(await reasonOf(prospectVisit(none)));
    const forged = visitOperation({ id: ids.operationB, cUser: 'GA00' });
    const answer = await test.query(
      'mutation ($rows: [OperationPushRow!]!) { pushOperations(rows: $rows) { payload reason { code } } }',
      { rows: toRows([forged]) },
      sessions.repA.accessToken,
    );
    expect(JSON.stringify(answer)).not.toContain(MARK_B);
  });

  it('is not told by what he may do with his own: a device of somebody else’s is like none', async () => {
    const revoke = async (id: string): Promise<unknown> => {
      const answer = await test.query(
        'mutation ($id: ID!) { revokeDevice(id: $id) { id } }',
        { id },
        sessions.repA.accessToken,
      );
      return answer.errors?.map(({ message, extensions }) => [message, extensions]);
    };
    expect(await revoke(sessions.repB.deviceId)).toEqual(
      await revoke('00000000-0000-0000-0000-000000000000'),
    );
    expect(
      (await call('query', { query: '{ me { id } }', variables: {} }, sessions.repB.accessToken)).code,
    ).toBeNull();
  });

  it('is not told by the search for the same phone number', async () => {
    const [answer] = await push(
      test,
      sessions.repA.accessToken,
      creation({ nomClient: 'X', tel1: '03 20 12 34 56' }),
    );
    expect(answer?.notice).toContain(MARK_A);
    expect(answer?.notice).not.toContain(MARK_B);
  });
});
