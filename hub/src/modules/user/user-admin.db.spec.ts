import { appUserRepository, mail } from '@tournee/db';
import type { AdminUser, AdminUserPage, UserImportReport, UserInput } from '@tournee/graphql';
import { dataOf, eventually, refusalOf } from '../../testing/test-admin.ts';
import { TEST_PASSWORD } from '../../testing/test-base.ts';
import { codeOf, type GraphqlAnswer, SIGN_IN, startTestHub, type TestHub } from '../../testing/test-hub.ts';

const FIELDS = `id userWindows cUser mail nomAffiche role scopeKind cAgence cReps isActive mustChangePassword deviceCount`;
const LIST = `query ($filter: AdminUserFilter, $sort: AdminUserSort, $page: Int! = 1, $pageSize: Int! = 50) {
  adminUsers(filter: $filter, sort: $sort, page: $page, pageSize: $pageSize) { total rows { ${FIELDS} } }
}`;
const ADD = `mutation ($user: UserInput!) { addUser(user: $user) { ${FIELDS} } }`;
const UPDATE = `mutation ($id: ID!, $user: UserInput!) { updateUser(id: $id, user: $user) { ${FIELDS} } }`;
const ACTIVATE = `mutation ($id: ID!, $isActive: Boolean!) { setUserActive(id: $id, isActive: $isActive) { id isActive } }`;
const SEND = `mutation ($userId: ID!) { sendPasswordReset(userId: $userId) }`;
const RESET = `mutation ($token: String!, $newPassword: String!) { resetPassword(token: $token, newPassword: $newPassword) }`;
const IMPORT = `mutation ($csv: String!, $dryRun: Boolean!) {
  importUsers(csv: $csv, dryRun: $dryRun) { added updated unchanged isDryRun faults { line column message } }
}`;
const PULL = `query ($checkpoint: CheckpointInput) {
  pullClients(checkpoint: $checkpoint, limit: 100) { documents { id deleted } checkpoint { seq epoch } }
}`;

const NEW_USER: UserInput = {
  userWindows: 'nouveau',
  cUser: 'NV00',
  mail: 'nouveau@pneus.example',
  nomAffiche: 'Noé Veau',
  role: 'commercial',
  scopeKind: 'rep',
  cAgence: null,
  cReps: ['NV00'],
};
const NEW_PASSWORD = 'jantes de printemps 9';

describe('users of administrators', () => {
  let test: TestHub;
  let admin: string;

  beforeAll(async () => {
    test = await startTestHub();
    admin = (await test.signIn('direction')).accessToken;
  });
  afterAll(() => test.remove());

  const users = async (variables: object = {}): Promise<AdminUserPage> =>
    dataOf(await test.query(LIST, { ...variables }, admin), 'adminUsers');
  const idOf = async (userWindows: string): Promise<string> => {
    const found = (await users({ filter: { text: userWindows } })).rows.find(
      (one) => one.userWindows === userWindows,
    );
    return found?.id ?? '';
  };
  const inputOf = async (userWindows: string): Promise<UserInput> => {
    const { rows } = await users({ filter: { text: userWindows } });
    const {
      userWindows: name,
      cUser,
      mail: address,
      nomAffiche,
      role,
      scopeKind,
      cAgence,
      cReps,
    } = rows[0] as AdminUser;
    return {
      userWindows: name,
      cUser,
      mail: address,
      nomAffiche,
      role,
      scopeKind,
      cAgence: cAgence ?? null,
      cReps,
    };
  };
  const lastToken = async (recipient: string): Promise<string> => {
    const rows = await test.database.db.select().from(mail);
    const newest = rows.filter((row) => row.recipient === recipient).at(-1);
    return /jeton=([\w-]+)/.exec(newest?.text ?? '')?.[1] ?? '';
  };
  const signIn = (userName: string, password: string): Promise<GraphqlAnswer> =>
    test.query(SIGN_IN, { userName, password });

  it('lists, filters, sorts and pages on the server', async () => {
    expect(await users()).toMatchObject({
      total: 4,
      rows: [{ userWindows: 'compta' }, { userWindows: 'direction' }, {}, {}],
    });
    expect(await users({ page: 2, pageSize: 3 })).toMatchObject({
      total: 4,
      rows: [{ userWindows: 'pmartin' }],
    });
    const byCode = await users({ sort: { key: 'cUser', direction: 'desc' }, filter: { role: 'commercial' } });
    expect(byCode.rows.map(({ cUser }) => cUser)).toEqual(['PM00', 'GA00']);
    expect((await users({ filter: { text: 'ga00' } })).total).toBe(1);
    expect((await users({ filter: { text: '%' } })).total).toBe(0);
    expect(JSON.stringify(await users())).not.toContain('argon2');
  });

  it.each([{ page: 0 }, { pageSize: 0 }, { pageSize: 201 }, { page: -1 }])(
    'refuses the page %p',
    async (page) => {
      expect(codeOf(await test.query(LIST, page, admin))).toBe('BAD_INPUT');
    },
  );

  it.each([
    ['cUser', { cUser: 'TOOLONG' }],
    ['mail', { mail: 'nobody' }],
    ['cReps', { cReps: [] }],
    ['cAgence', { scopeKind: 'agence' }],
    ['userWindows', { userWindows: 'IGARNIER' }],
    ['nomAffiche', { nomAffiche: ' ' }],
  ])('refuses a wrong %s', async (field, change) => {
    const answer = await test.query(ADD, { user: { ...NEW_USER, ...change } }, admin);
    expect(refusalOf(answer)).toEqual({ code: 'BAD_INPUT', field });
  });

  it('adds a user, who chooses his password by a mailed link that works once', async () => {
    const added = dataOf<AdminUser>(await test.query(ADD, { user: NEW_USER }, admin), 'addUser');
    expect(added).toMatchObject({ ...NEW_USER, isActive: true, mustChangePassword: true });
    const token = await lastToken(NEW_USER.mail);
    const weak = await test.query(RESET, { token, newPassword: 'court' });
    expect(refusalOf(weak)).toEqual({ code: 'BAD_INPUT', field: 'newPassword' });
    const [first, second] = await Promise.all([
      test.query(RESET, { token, newPassword: NEW_PASSWORD }),
      test.query(RESET, { token, newPassword: NEW_PASSWORD }),
    ]);
    expect([codeOf(first), codeOf(second)].sort()).toEqual(['BAD_INPUT', null].sort());
    expect(refusalOf(await test.query(RESET, { token, newPassword: NEW_PASSWORD })).field).toBe('token');
    expect(codeOf(await signIn('nouveau', NEW_PASSWORD))).toBeNull();
  });

  it('ends a link after 24 hours, and when another one is sent', async () => {
    const userId = await idOf('pmartin');
    await test.query(SEND, { userId }, admin);
    const old = await lastToken('pmartin@pneus.example');
    await test.query(SEND, { userId }, admin);
    const young = await lastToken('pmartin@pneus.example');
    expect(refusalOf(await test.query(RESET, { token: old, newPassword: NEW_PASSWORD })).field).toBe('token');
    test.clock.advance({ minutes: 24 * 60 });
    expect(refusalOf(await test.query(RESET, { token: young, newPassword: NEW_PASSWORD })).field).toBe(
      'token',
    );
    admin = (await test.signIn('direction')).accessToken;
  });

  it('keeps one active administrator, whatever is asked at once', async () => {
    const id = await idOf('direction');
    const demoted: UserInput = { ...(await inputOf('direction')), role: 'comptable' };
    expect(refusalOf(await test.query(UPDATE, { id, user: demoted }, admin)).field).toBe('role');
    expect(refusalOf(await test.query(ACTIVATE, { id, isActive: false }, admin)).field).toBe('isActive');
    const other = dataOf<AdminUser>(
      await test.query(
        ADD,
        { user: { ...NEW_USER, userWindows: 'chef2', cUser: 'CH2', role: 'admin', scopeKind: 'tous' } },
        admin,
      ),
      'addUser',
    );
    const answers = await Promise.all(
      [id, other.id].map((one) => test.query(ACTIVATE, { id: one, isActive: false }, admin)),
    );
    expect(answers.filter((answer) => codeOf(answer) === null)).toHaveLength(1);
    const known = await appUserRepository(test.database.db).list();
    expect(known.filter(({ role, isActive }) => role === 'admin' && isActive)).toHaveLength(1);
    // Whoever was first: what follows has one administrator, this one.
    await appUserRepository(test.database.db).setActive(Number(other.id), false, test.clock.now());
    await appUserRepository(test.database.db).setActive(Number(id), true, test.clock.now());
    admin = (await test.signIn('direction')).accessToken;
  });

  it('gives new rep codes at once: the device starts over with other clients', async () => {
    const rep = (await test.signIn('igarnier')).accessToken;
    const first = dataOf<{ documents: { id: string }[]; checkpoint: { epoch: string } }>(
      await test.query(PULL, {}, rep),
      'pullClients',
    );
    expect(first.documents.map(({ id }) => id).sort()).toEqual(['C0001', 'C0002', 'C0003']);
    const id = await idOf('igarnier');
    await test.query(UPDATE, { id, user: { ...(await inputOf('igarnier')), cReps: ['PM00'] } }, admin);
    const second = dataOf<{ documents: { id: string }[]; checkpoint: { epoch: string } }>(
      await test.query(PULL, { checkpoint: first.checkpoint }, rep),
      'pullClients',
    );
    expect(second.documents.map(({ id: one }) => one)).toEqual(['C0101']);
    expect(second.checkpoint.epoch).not.toBe(first.checkpoint.epoch);
  });

  it('shuts out whom it deactivates', async () => {
    const rep = (await test.signIn('igarnier')).accessToken;
    const id = await idOf('igarnier');
    await test.query(ACTIVATE, { id, isActive: false }, admin);
    expect(codeOf(await test.query(PULL, {}, rep))).toBe('SESSION_REVOKED');
    expect(refusalOf(await test.query(SEND, { userId: id }, admin)).field).toBe('userId');
    await test.query(ACTIVATE, { id, isActive: true }, admin);
    expect(codeOf(await signIn('igarnier', TEST_PASSWORD))).toBeNull();
  });

  it('reads back the table that it writes', async () => {
    const csv = dataOf<string>(await test.query('{ exportUsers }', {}, admin), 'exportUsers');
    expect(csv).toMatch(/^\uFEFFuser_windows;c_user;mail;nom_affiche;role;c_rep;scope_kind;c_agence\r\n/);
    const report = dataOf<UserImportReport>(
      await test.query(IMPORT, { csv, dryRun: false }, admin),
      'importUsers',
    );
    expect(report).toMatchObject({ added: 0, updated: 0, faults: [] });
  });

  it('imports what makes sense, reports the rest, and only reports on a dry run', async () => {
    const csv = [
      'user_windows;c_user;mail;nom_affiche;role;c_rep',
      'import1;IM01;import1@pneus.example;"Éve; ""la"" Grande";commercial;IM01,IM02',
      'import2;TROPLONG;import2@pneus.example;Ici;commercial;IM02',
      'pmartin;PM00;autre@pneus.example;pmartin;commercial;PM00',
      'import1;IM01;x@pneus.example;Double;commercial;IM01',
      'direction;DIR;direction@pneus.example;direction;commercial;DIR',
      'court;IM01',
    ].join('\n');
    const dry = dataOf<UserImportReport>(
      await test.query(IMPORT, { csv, dryRun: true }, admin),
      'importUsers',
    );
    expect(dry).toMatchObject({ added: 1, updated: 1, isDryRun: true });
    expect(await idOf('import1')).toBe('');
    const report = dataOf<UserImportReport>(
      await test.query(IMPORT, { csv, dryRun: false }, admin),
      'importUsers',
    );
    expect(report).toMatchObject({ added: 1, updated: 1, isDryRun: false });
    expect(report.faults).toEqual(dry.faults);
    expect(report.faults.map(({ line, column }) => [line, column])).toEqual(
      expect.arrayContaining([
        [3, 'c_user'],
        [5, 'user_windows'],
        [6, null],
        [7, null],
      ]),
    );
    expect((await inputOf('import1')).nomAffiche).toBe('Éve; "la" Grande');
    await eventually(async () => (await lastToken('import1@pneus.example')) !== '');
  });

  it('refuses a table with a column twice, and names that hold control characters', async () => {
    const csv = (header: string, line: string) =>
      test.query(IMPORT, { csv: `${header}\n${line}`, dryRun: true }, admin);
    const header = 'user_windows;c_user;mail;nom_affiche;role;c_rep';
    const twice = await csv(`${header};mail`, 'x;X;x@pneus.example;X;commercial;X;y@pneus.example');
    expect(dataOf<UserImportReport>(twice, 'importUsers').faults).toMatchObject([
      { line: 1, column: 'mail' },
    ]);
    for (const name of ['no\tveau', 'no\0veau', 'no\u007fveau']) {
      const user = { ...NEW_USER, userWindows: name };
      expect(codeOf(await test.query(ADD, { user }, admin))).toBe('BAD_INPUT');
    }
  });

  it('does not count an administrator who waits for a link as one who can sign in', async () => {
    const user = { ...NEW_USER, userWindows: 'futur', role: 'admin', scopeKind: 'tous', cReps: [] };
    await test.query(ADD, { user }, admin);
    const id = await idOf('direction');
    expect(codeOf(await test.query(ACTIVATE, { id, isActive: false }, admin))).toBe('BAD_INPUT');
  });

  it.each(['pmartin', 'compta'])('refuses %s, and does not tell what exists', async (userName) => {
    const { accessToken } = await test.signIn(userName);
    const answers = [
      await test.query(LIST, {}, accessToken),
      await test.query(ADD, { user: NEW_USER }, accessToken),
      await test.query(UPDATE, { id: '1', user: NEW_USER }, accessToken),
      await test.query(ACTIVATE, { id: '99', isActive: false }, accessToken),
      await test.query(SEND, { userId: '1' }, accessToken),
      await test.query(IMPORT, { csv: '', dryRun: true }, accessToken),
      await test.query('{ exportUsers }', {}, accessToken),
    ];
    expect(new Set(answers.map(codeOf))).toEqual(new Set(['FORBIDDEN']));
  });
});
