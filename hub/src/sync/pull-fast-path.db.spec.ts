import { clientRelation } from '@tournee/db';
import { COLLECTIONS, type CollectionName } from '@tournee/graphql';
import { startTestHub, type TestHub, type TestSession } from '../testing/test-hub.ts';

let test: TestHub;
let session: TestSession;

beforeAll(async () => {
  test = await startTestHub();
  await test.database.db.insert(clientRelation).values({
    origineRelation: 'CRV',
    dateRelation: new Date('2026-11-02T00:00:00Z'),
    heureRelation: '10:15',
    typeEntite: 'C',
    cEntite: 'C0001',
    objet: 'Visite du 02/11/2026',
    commentaire: 'Œil « neuf » \\ "citations"\n\t🚜 \u2028',
    cArchive: 'N',
  });
  session = await test.signIn();
  const payload = {
    date: '2026-11-23',
    heure: '10:15',
    commentaire: 'Été',
    answers: { contact: ['visite'] },
  };
  const operation = (id: string, entityId: string): object => ({
    assumedMasterState: null,
    newDocumentState: {
      id: `VC_GA00_20261124T081500123_${id}`,
      code: 'VC',
      cUser: 'GA00',
      entityType: 'client',
      entityId,
      createdAt: '2026-11-24T08:15:00.123Z',
      payload,
      status: 'pending',
      deleted: false,
    },
  });
  const rows = [operation('aaaaaaaa', 'C0001'), operation('bbbbbbbb', 'C0101')];
  const PUSH = 'mutation ($rows: [OperationPushRow!]!) { pushOperations(rows: $rows) { status } }';
  const pushed = await test.query(PUSH, { rows }, session.accessToken);
  expect(pushed.data?.['pushOperations']).toEqual([{ status: 'integrated' }, { status: 'rejected' }]);
});
afterAll(() => test.remove());

async function raw(query: string, variables: object, accept = 'application/json'): Promise<string> {
  const response = await fetch(`${test.hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, authorization: `Bearer ${session.accessToken}` },
    body: JSON.stringify({ query, variables }),
  });
  expect(response.headers.get('content-type')).toContain(accept);
  return response.text();
}

/** The same question, in words that the fast path does not know: one more selection of a field that is there already. */
const otherwise = (query: string): string => query.replace('{ id ', '{ id id ');

describe.each(Object.keys(COLLECTIONS) as CollectionName[])('the fast path of %s', (collection) => {
  const { query } = COLLECTIONS[collection];

  it('answers the same as the resolvers, to the byte', async () => {
    const fast = await raw(query, { limit: 1000 });
    const slow = await raw(otherwise(query), { limit: 1000 });
    expect(JSON.parse(fast)).toEqual(JSON.parse(slow));
    expect(fast).toBe(slow);
  });

  it('takes an operation by whatever name, with its variables in whatever form', async () => {
    const fast = await raw(query, { limit: 1000, checkpoint: null });
    expect(await raw(query.replace(/query \w+/, 'query Other'), { limit: 1000 })).toBe(fast);
    const { checkpoint } =
      Object.values((JSON.parse(fast) as { data: Record<string, { checkpoint: object }> }).data)[0] ?? {};
    const empty = await raw(query, { limit: 1000, checkpoint });
    expect(empty).toBe(await raw(otherwise(query), { limit: 1000, checkpoint }));
    expect(empty).toContain('"documents":[]');
  });

  it('honours the media type', async () => {
    expect(await raw(query, { limit: 1 }, 'application/graphql-response+json')).toBe(
      await raw(query, { limit: 1 }),
    );
  });

  it('leaves bad variables to the executor', async () => {
    for (const variables of [
      {},
      { limit: '1' },
      { limit: 1.5 },
      { limit: 1, checkpoint: { seq: 1, epoch: 'x' } },
      { limit: 0 },
    ]) {
      const fast = JSON.parse(await raw(query, variables)) as { errors: { message: string }[] };
      const slow = JSON.parse(await raw(otherwise(query), variables)) as typeof fast;
      expect(fast.errors.map(({ message }) => message)).toEqual(slow.errors.map(({ message }) => message));
    }
  });
});

describe('the fast path', () => {
  it('does not look into the bodies', async () => {
    const { query } = COLLECTIONS.setting;
    await test.database.db.execute(
      `update [crm].[sync_doc] set [body] = '{"no such field":1}' where [collection] = 'setting' and [id] = 'visit.form'`,
    );
    expect(await raw(query, { limit: 1000 })).toContain('{"no such field":1,"deleted":false}');
    expect(await raw(otherwise(query), { limit: 1000 })).toContain('"code":"INTERNAL"');
  });
});
