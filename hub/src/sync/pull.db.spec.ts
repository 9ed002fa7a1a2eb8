import { appUserRep, client, syncDocRepository } from '@tournee/db';
import { COLLECTIONS, type CollectionName } from '@tournee/graphql';
import { createBaseRefresh } from '../modules/base/base-refresh.ts';
import { silentLog } from '../logger.ts';
import { addUser, testUser } from '../testing/test-base.ts';
import { codeOf, startTestHub, type TestHub } from '../testing/test-hub.ts';

interface Page {
  documents: ({ id: string; deleted: boolean } & Record<string, unknown>)[];
  checkpoint: { seq: string; epoch: string };
  hasMore: boolean;
}

let test: TestHub;
let token: string;

beforeEach(async () => {
  test = await startTestHub();
  token = (await test.signIn()).accessToken;
});
afterEach(() => test.remove());

async function pull(
  collection: CollectionName,
  checkpoint: Page['checkpoint'] | null = null,
  limit = 100,
  as = token,
): Promise<Page> {
  const { pullField, query } = COLLECTIONS[collection];
  const answer = await test.query(query, { checkpoint, limit }, as);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data[pullField] as unknown as Page;
}

const ids = (page: Page): string[] => page.documents.map(({ id }) => id);
const refresh = () =>
  createBaseRefresh({ database: test.database, clock: test.clock, log: silentLog() }).run();
const moveClient = async (cClient: string, cRep: string): Promise<void> => {
  await test.database.db.execute(
    `update [dbo].[client] set [c_rep] = '${cRep}' where [c_client] = '${cClient}'`,
  );
  await refresh();
};

describe('pull', () => {
  it('gives a rep his own clients, an admin all, the accountant none', async () => {
    expect(ids(await pull('client'))).toEqual(['C0001', 'C0002', 'C0003']);
    const admin = (await test.signIn('direction')).accessToken;
    expect(ids(await pull('client', null, 100, admin))).toEqual(['C0001', 'C0002', 'C0003', 'C0101']);
    const accountant = (await test.signIn('compta')).accessToken;
    expect(ids(await pull('client', null, 100, accountant))).toEqual([]);
    expect((await pull('setting', null, 100, accountant)).documents.length).toBeGreaterThan(0);
  });

  it('resumes from a checkpoint, and says nothing twice', async () => {
    const first = await pull('client', null, 2);
    const second = await pull('client', first.checkpoint, 2);
    expect([ids(first), ids(second)]).toEqual([['C0001', 'C0002'], ['C0003']]);
    const third = await pull('client', second.checkpoint, 2);
    expect(third).toEqual({ documents: [], checkpoint: second.checkpoint, hasMore: false });
    expect([first.hasMore, second.hasMore]).toEqual([true, false]);
  });

  it('gives what changed since: created, updated', async () => {
    const { checkpoint } = await pull('client');
    await test.database.db.insert(client).values({ cClient: 'C0004', nomClient: 'NEUF', cRep: 'GA00' });
    await test.database.db.execute(
      `update [dbo].[client] set [tel_1] = '0320123456' where [c_client] = 'C0001'`,
    );
    await refresh();
    const { documents } = await pull('client', checkpoint);
    expect(documents).toEqual([
      expect.objectContaining({ id: 'C0001', tel1: '0320123456', deleted: false }),
      expect.objectContaining({ id: 'C0004', nomClient: 'NEUF', deleted: false }),
    ]);
  });

  it('tells the old rep that a client left, and gives it to the new one', async () => {
    const { checkpoint } = await pull('client');
    const other = (await test.signIn('pmartin')).accessToken;
    const theirs = await pull('client', null, 100, other);
    await moveClient('C0002', 'PM00');
    expect((await pull('client', checkpoint)).documents).toEqual([
      expect.objectContaining({ id: 'C0002', deleted: true, nomClient: '' }),
    ]);
    expect(ids(await pull('client', theirs.checkpoint, 100, other))).toEqual(['C0002']);
  });

  it('does not tell an admin of a client that went from one rep to another as of one that left', async () => {
    const admin = (await test.signIn('direction')).accessToken;
    const { checkpoint } = await pull('client', null, 100, admin);
    await moveClient('C0002', 'PM00');
    const { documents } = await pull('client', checkpoint, 100, admin);
    expect(documents).toEqual([expect.objectContaining({ id: 'C0002', deleted: false, cRep: 'PM00' })]);
  });

  it('starts over, with a new epoch, when the user’s scopes change', async () => {
    const before = await pull('client');
    await test.database.db
      .insert(appUserRep)
      .values({ userId: Number((await test.signIn()).user.id), cRep: 'PM00' });
    const after = await pull('client', before.checkpoint);
    expect(after.checkpoint.epoch).not.toBe(before.checkpoint.epoch);
    expect(ids(after).sort()).toEqual(['C0001', 'C0002', 'C0003', 'C0101']);
  });

  it('starts over when the checkpoint is ahead of a base restored from a backup', async () => {
    const { checkpoint } = await pull('client');
    expect(ids(await pull('client', { ...checkpoint, seq: '999999' }))).toEqual(['C0001', 'C0002', 'C0003']);
  });

  it('keeps the collections of one user from another', async () => {
    await addUser(test.database, testUser({ userWindows: 'autre', cUser: 'AU00', cReps: [] }));
    const other = (await test.signIn('autre')).accessToken;
    for (const collection of ['client', 'clientHistory', 'prospect', 'visit', 'operation'] as const) {
      expect(ids(await pull(collection, null, 100, other))).toEqual([]);
    }
  });

  it.each([0, -1, 1001, 1_000_000])('refuses a limit of %i', async (limit) => {
    const answer = await test.query(COLLECTIONS.client.query, { limit }, token);
    expect(answer.errors?.[0]).toMatchObject({
      path: ['pullClients'],
      extensions: { code: 'BAD_INPUT', field: 'limit' },
    });
  });

  it('refuses a checkpoint it did not write', async () => {
    const { checkpoint } = await pull('client');
    for (const seq of ['', '-1', '1e3', '1; drop', '9'.repeat(16)]) {
      const answer = await test.query(
        COLLECTIONS.client.query,
        { limit: 1, checkpoint: { ...checkpoint, seq } },
        token,
      );
      expect(codeOf(answer)).toBe('BAD_INPUT');
    }
  });

  it('asks who it is', async () => {
    const answer = await test.query(COLLECTIONS.client.query, { limit: 1 });
    expect(answer.errors?.[0]).toMatchObject({
      path: ['pullClients'],
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });
});

describe('baseState', () => {
  const BASE_STATE = '{ baseState { refreshedAt serverTime documentCount } }';

  it('says when the base was made, what time it is here, and how many documents to expect', async () => {
    test.clock.advance({ minutes: 5 });
    const { data } = await test.query(BASE_STATE, {}, token);
    const shared = await syncDocRepository(test.database.db).count(['all']);
    expect(data?.['baseState']).toEqual({
      refreshedAt: '2026-11-24T09:00:00.000Z',
      serverTime: '2026-11-24T09:05:00.000Z',
      documentCount: shared + 6,
    });
  });
});
