import { clientRelation, operation, settingRepository, syncDocRepository, visit } from '@tournee/db';
import { COLLECTIONS, type CollectionName, type OperationInput } from '@tournee/graphql';
import { addUser, testUser } from '../testing/test-base.ts';
import { codeOf, startTestHub, type TestHub } from '../testing/test-hub.ts';
import { push, pushRaw, visitOperation, visitPayload } from '../testing/test-operations.ts';

let test: TestHub;
let token: string;

beforeEach(async () => {
  test = await startTestHub();
  token = (await test.signIn()).accessToken;
});
afterEach(() => test.remove());

const relations = () => test.database.db.select().from(clientRelation);
const visits = () => test.database.db.select().from(visit);
const ledger = () => test.database.db.select().from(operation);

async function pullAll(collection: CollectionName, as = token): Promise<Record<string, unknown>[]> {
  const { pullField, query } = COLLECTIONS[collection];
  const answer = await test.query(query, { limit: 1000 }, as);
  return (answer.data?.[pullField] as unknown as { documents: Record<string, unknown>[] }).documents;
}

describe('a visit', () => {
  it('becomes a relation exactly as annex 1 says', async () => {
    await push(test, token, visitOperation({ payload: visitPayload({ commentaire: '  Vu le patron. ' }) }));
    const [row] = await relations();
    expect(row).toEqual({
      numRelation: expect.any(Number),
      origineRelation: 'CRV',
      dateRelation: new Date('2026-11-23T00:00:00.000Z'),
      heureRelation: '10:15',
      typeEntite: 'C',
      cEntite: 'C0001',
      cUser: 'GA00',
      typeRelation: 'S',
      objet: 'Visite du 23/11/2026',
      commentaire: 'Vu le patron. saisie via le CRM',
      numRelationSujet: 0,
      cArchive: 'N',
    });
  });

  it('keeps its structured answers, and the number of the relation', async () => {
    const sent = visitOperation();
    await push(test, token, sent);
    const [row] = await relations();
    expect(await visits()).toEqual([
      expect.objectContaining({
        operation: sent.id,
        cUser: 'GA00',
        cClient: 'C0001',
        prospectId: null,
        dateVisite: '2026-11-23',
        heureVisite: '10:15',
        commentaire: 'Vu le patron.',
        answers: '{"contact":["visite"]}',
        numRelation: row?.numRelation,
      }),
    ]);
  });

  it('may be empty', async () => {
    const [answer] = await push(
      test,
      token,
      visitOperation({ payload: visitPayload({ commentaire: '', answers: null }) }),
    );
    expect(answer).toMatchObject({ status: 'integrated' });
    expect((await relations())[0]?.commentaire).toBe('saisie via le CRM');
    expect((await visits())[0]).toMatchObject({ commentaire: null, answers: null });
  });

  it('is answered with the hub’s document', async () => {
    const sent = visitOperation();
    expect(await push(test, token, sent)).toEqual([
      { ...sent, status: 'integrated', reason: null, integratedAt: '2026-11-24T09:00:00.000Z' },
    ]);
  });

  it('reaches the rep’s devices: operation, visit, card and history', async () => {
    const sent = visitOperation();
    await push(test, token, sent);
    expect(await pullAll('operation')).toEqual([
      expect.objectContaining({ id: sent.id, status: 'integrated' }),
    ]);
    expect(await pullAll('visit')).toEqual([
      {
        id: sent.id,
        cUser: 'GA00',
        cClient: 'C0001',
        prospectId: null,
        date: '2026-11-23',
        heure: '10:15',
        commentaire: 'Vu le patron.',
        answers: { contact: ['visite'] },
        deleted: false,
      },
    ]);
    expect((await pullAll('client')).find(({ id }) => id === 'C0001')).toMatchObject({
      lastVisit: '2026-11-23',
    });
    const history = (await pullAll('clientHistory')).find(({ id }) => id === 'C0001');
    expect(history).toMatchObject({
      relations: [
        {
          origine: 'CRV',
          date: '2026-11-23',
          heure: '10:15',
          operation: sent.id,
          auteur: 'igarnier',
          answers: { contact: ['visite'] },
        },
      ],
    });
  });

  it('reaches the administrator’s devices, but not the rep’s operation, and no other rep', async () => {
    await push(test, token, visitOperation());
    const admin = (await test.signIn('direction')).accessToken;
    const other = (await test.signIn('pmartin')).accessToken;
    expect(await pullAll('visit', admin)).toHaveLength(1);
    expect(await pullAll('operation', admin)).toEqual([]);
    expect(await pullAll('visit', other)).toEqual([]);
    expect(await pullAll('operation', other)).toEqual([]);
  });

  it('takes a visit that was noted in time, however late the network came back', async () => {
    const operation = visitOperation({
      createdAt: '2026-10-01T08:15:00.123Z',
      payload: visitPayload({ date: '2026-09-30' }),
    });
    const [answer] = await push(test, token, operation);
    expect(answer?.status).toBe('integrated');
  });

  it.each([
    ['in the future', { date: '2026-11-25' }, 'VISIT_IN_FUTURE', 'date'],
    ['too old', { date: '2026-11-09' }, 'VISIT_TOO_OLD', 'date'],
    ['on a day that does not exist', { date: '2026-02-30' }, 'PAYLOAD_INVALID', 'date'],
    ['at an hour that does not exist', { heure: '25:99' }, 'PAYLOAD_INVALID', 'heure'],
    ['with too long a comment', { commentaire: 'x'.repeat(8001) }, 'PAYLOAD_INVALID', 'commentaire'],
    [
      'with an answer that the form does not know',
      { answers: { contact: ['pigeon'] } },
      'ANSWER_UNKNOWN',
      'answers.contact',
    ],
  ])(
    '%s is refused with code, sentence and field; the one behind it goes through',
    async (_why, fields, code, field) => {
      const [refused, next] = await push(
        test,
        token,
        visitOperation({ payload: visitPayload(fields) }),
        visitOperation(),
      );
      expect(refused).toMatchObject({ status: 'rejected', integratedAt: null, reason: { code, field } });
      expect(refused?.reason?.message).toMatch(/[éèà’ ].*\.$/);
      expect(next?.status).toBe('integrated');
      expect(await relations()).toHaveLength(1);
      expect(await visits()).toHaveLength(1);
      const recorded = await ledger();
      expect(recorded.map(({ status }) => status).sort()).toEqual(['integrated', 'rejected']);
      expect(await pullAll('operation')).toEqual(
        expect.arrayContaining([expect.objectContaining({ id: refused?.id, status: 'rejected' })]),
      );
    },
  );

  it('is bounded by the day in France, not in Greenwich', async () => {
    // 23:30 UTC on the 24th is the 25th in Paris.
    test.clock.advance({ minutes: 14.5 * 60 });
    const late = (await test.signIn()).accessToken;
    const [today, tomorrow] = await push(
      test,
      late,
      visitOperation({ payload: visitPayload({ date: '2026-11-25' }) }),
      visitOperation({ payload: visitPayload({ date: '2026-11-26' }) }),
    );
    expect([today?.status, tomorrow?.status]).toEqual(['integrated', 'rejected']);
  });

  it('is bounded by the setting of the administrator', async () => {
    const old = { payload: visitPayload({ date: '2026-10-25' }) };
    await settingRepository(test.database.db).save('visit.maxAgeDays', 30, {
      userWindows: 'direction',
      now: test.clock.now(),
    });
    const [within] = await push(test, token, visitOperation(old));
    expect(within?.status).toBe('integrated');
  });

  it('gives one answer for a client of somebody else’s and for one that does not exist', async () => {
    const [theirs, none, long] = await push(
      test,
      token,
      visitOperation({ entityId: 'C0101' }),
      visitOperation({ entityId: 'C9999' }),
      visitOperation({ entityId: 'C'.repeat(40) }),
    );
    expect(theirs?.reason).toMatchObject({ code: 'CLIENT_NOT_YOURS', field: null });
    expect(none?.reason).toEqual(theirs?.reason);
    expect(long?.reason).toEqual(theirs?.reason);
    expect(await relations()).toEqual([]);
  });
});

describe('pushOperations', () => {
  it('answers a name again as the first time, without a second row', async () => {
    const sent = visitOperation();
    const first = await push(test, token, sent);
    test.clock.advance({ minutes: 5 });
    expect(
      await push(test, token, sent, { ...sent, payload: visitPayload({ commentaire: 'changed' }) }),
    ).toEqual([...first, ...first]);
    expect(await relations()).toHaveLength(1);
  });

  it('answers a refused name again with the same refusal, even when it would pass now', async () => {
    const sent = visitOperation({ payload: visitPayload({ date: '2026-11-25' }) });
    const first = await push(test, token, sent);
    test.clock.advance({ days: 1 });
    token = (await test.signIn()).accessToken;
    expect(await push(test, token, sent)).toEqual(first);
  });

  it('writes one row when many requests carry the same name at the same instant', async () => {
    const sent = visitOperation();
    const answers = await Promise.all(Array.from({ length: 8 }, () => push(test, token, sent)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]?.status).toBe('integrated');
    expect([await relations(), await visits(), await ledger()].map((rows) => rows.length)).toEqual([1, 1, 1]);
    expect(await syncDocRepository(test.database.db).scopesOf('visit', sent.id)).toHaveLength(2);
  });

  it('keeps all visits to one client that come at the same instant', async () => {
    const sent = Array.from({ length: 8 }, () => visitOperation());
    await Promise.all(sent.map((one) => push(test, token, one)));
    const history = (await pullAll('clientHistory')).find(({ id }) => id === 'C0001');
    expect((history?.['relations'] as unknown[]).length).toBe(8);
  });

  it.each<[string, Partial<OperationInput>, string]>([
    ['whose name is none', { id: 'x' }, 'NAME_INVALID'],
    ['whose name is too long', { id: `VC_GA00_20261124T081500123_${'a'.repeat(500)}` }, 'NAME_INVALID'],
    ['whose code is not its name’s', { code: 'MC' }, 'NAME_INVALID'],
    ['of another author', { cUser: 'PM00' }, 'AUTHOR_MISMATCH'],
    ['that is about nothing', { entityId: '' }, 'ENTITY_INVALID'],
    ['that is about something unknown', { entityType: 'invoice' }, 'ENTITY_INVALID'],
  ])('refuses one %s, keeps it out of the ledger, and goes on', async (_why, fields, code) => {
    const sent = visitOperation(fields);
    const [refused, next] = await push(test, token, sent, visitOperation());
    expect(refused).toMatchObject({
      id: sent.id,
      payload: sent.payload,
      status: 'rejected',
      reason: { code },
    });
    expect(next?.status).toBe('integrated');
    expect(await ledger()).toHaveLength(1);
  });

  it('records one whose code it does not know', async () => {
    const sent = visitOperation({ id: 'ZZ_GA00_20261124T081500123_abcdefgh', code: 'ZZ' });
    const [refused] = await push(test, token, sent);
    expect(refused?.reason).toMatchObject({ code: 'CODE_UNKNOWN', field: 'code' });
    expect(await ledger()).toHaveLength(1);
  });

  it('neither shows nor spoils the operation of somebody with the same winpneu code', async () => {
    const theirs = visitOperation();
    await push(test, token, theirs);
    await addUser(test.database, testUser({ userWindows: 'homonyme', cUser: 'GA00' }));
    const other = (await test.signIn('homonyme')).accessToken;
    const [answer] = await push(test, other, { ...theirs, payload: visitPayload({ commentaire: 'mine' }) });
    expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'AUTHOR_MISMATCH' } });
    expect(JSON.stringify(answer)).not.toContain('Vu le patron');
  });

  it('does nothing about one that was dropped on the device before it arrived', async () => {
    const sent = visitOperation({ deleted: true });
    expect(await push(test, token, sent)).toEqual([sent]);
    expect(await ledger()).toEqual([]);
  });

  it('takes a hundred at once, in order, and not one more', async () => {
    const many = Array.from({ length: 101 }, () => visitOperation());
    expect(codeOf(await pushRaw(test, token, many))).toBe('BAD_INPUT');
    const answers = await push(test, token, ...many.slice(1));
    expect(answers.map(({ id }) => id)).toEqual(many.slice(1).map(({ id }) => id));
    expect(await relations()).toHaveLength(100);
  });

  it('asks who it is, and refuses an instant that is none before anything is done', async () => {
    expect(codeOf(await pushRaw(test, '', [visitOperation()]))).toBe('UNAUTHENTICATED');
    const answer = await pushRaw(test, token, [visitOperation(), visitOperation({ createdAt: 'yesterday' })]);
    expect(answer.errors?.[0]?.message).toContain('heure en UTC');
    expect(await ledger()).toEqual([]);
  });
});
