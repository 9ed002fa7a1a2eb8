import { clientRelation, operation, prospect, visit } from '@tournee/db';
import { cardOf, type OperationInput } from '@tournee/graphql';
import fc from 'fast-check';
import { composeBaseRefresh } from '../compose-base-refresh.ts';
import { silentLog } from '../logger.ts';
import { TestDevice } from '../testing/test-device.ts';
import { startTestHub, type TestHub } from '../testing/test-hub.ts';
import { visitOperation, visitPayload } from '../testing/test-operations.ts';
import { creation, deletion, modification, prospectVisit } from '../testing/test-prospects.ts';

let test: TestHub;
let former: TestDevice;
let present: TestDevice;
let admin: TestDevice;

/** An instant so many minutes from the hub's clock. */
const at = (minutes: number): string => new Date(test.clock.now().getTime() + minutes * 60_000).toISOString();
const noted = (sent: OperationInput, minutes: number): OperationInput => ({
  ...sent,
  createdAt: at(minutes),
});
const signIn = async (userName: string): Promise<TestDevice> =>
  new TestDevice(test, (await test.signIn(userName)).accessToken);
let refreshToken: string;
const signInFormer = async (): Promise<void> => {
  const session = await test.signIn('igarnier');
  refreshToken = session.refreshToken;
  former = new TestDevice(test, session.accessToken);
};
const REFRESH = `mutation ($token: String!) { refreshSession(refreshToken: $token) { accessToken refreshToken } }`;
/** Time goes by on the former owner's device, whose session goes on. */
const wait = async (): Promise<void> => {
  test.clock.advance({ minutes: 6 });
  const { data } = await test.query(REFRESH, { token: refreshToken });
  const session = data?.['refreshSession'] as unknown as { accessToken: string; refreshToken: string };
  refreshToken = session.refreshToken;
  former = new TestDevice(test, session.accessToken);
};
const everybody = async (): Promise<void> => {
  await signInFormer();
  present = await signIn('pmartin');
  admin = await signIn('direction');
};
const moveClient = async (cRep: string): Promise<void> => {
  await test.database.db.execute(`update [dbo].[client] set [c_rep] = '${cRep}' where [c_client] = 'C0002'`);
  await composeBaseRefresh({ database: test.database, clock: test.clock, log: silentLog() }).run();
};
/** A prospect of the former owner, and a client, that both devices know; then both move. Answers the prospect's id. */
const handOver = async (): Promise<string> => {
  const sent = creation({ nomClient: 'FERME', tel1: '0102030405', iban: null });
  await former.push(sent);
  await Promise.all([former.pull('prospect'), former.pull('client')]);
  test.clock.advance({ minutes: 1 });
  await admin.push(modification(sent.id, { cRep: ['GA00', 'PM00'] }, 'DIR'));
  await moveClient('PM00');
  return sent.id;
};
const codes = (answers: readonly { reason: { code: string } | null }[]): (string | null)[] =>
  answers.map(({ reason }) => reason?.code ?? null);

beforeEach(async () => {
  test = await startTestHub();
  await everybody();
});
afterEach(() => test.remove());

describe('work of a former owner', () => {
  it('counts when it was noted before the move, and is refused when after', async () => {
    const id = await handOver();
    const send = (minutes: number) =>
      former.push(
        ...[
          visitOperation({ entityId: 'C0002' }),
          prospectVisit(id),
          modification(id, { villeFac: [null, 'DIJON'] }),
        ].map((sent) => noted(sent, minutes)),
      );
    test.clock.advance({ minutes: 5 });
    expect(codes(await send(-1))).toEqual(['CLIENT_MOVED', 'PROSPECT_MOVED', 'PROSPECT_MOVED']);
    // A clock that is ahead is no help either.
    expect(codes(await send(600))).toEqual(['CLIENT_MOVED', 'PROSPECT_MOVED', 'PROSPECT_MOVED']);
    expect(codes(await send(-60))).toEqual([null, null, null]);
  });

  it('is not believed to be from before the move once the device knows of it', async () => {
    const id = await handOver();
    test.clock.advance({ minutes: 11 });
    former = await signIn('igarnier');
    await former.pull('prospect');
    // The outbox leaves with the same contact.
    expect(codes(await former.push(noted(prospectVisit(id), -60)))).toEqual([null]);
    test.clock.advance({ minutes: 11 });
    expect(codes(await former.push(noted(prospectVisit(id), -60)))).toEqual(['PROSPECT_MOVED']);
    expect(codes(await former.push(noted(visitOperation({ entityId: 'C0002' }), -60)))).toEqual([
      'CLIENT_MOVED',
    ]);
  });

  it('leaves alone whom the prospect is attached to', async () => {
    const id = await handOver();
    const [both, alone] = await former.push(
      noted(modification(id, { cRep: ['PM00', 'GA00'], villeFac: [null, 'DIJON'] }), -60),
      noted(modification(id, { cAgence: [null, 'A01'] }), -60),
    );
    expect(both).toMatchObject({ status: 'integrated', notice: expect.any(String) });
    expect(alone?.reason?.code).toBe('ATTACHMENT_NOT_YOURS');
    const [row] = await test.database.db.select().from(prospect);
    expect(row).toMatchObject({ cRep: 'PM00', ownerUserId: 2, cAgence: null, villeFac: 'DIJON' });
  });

  it('gets the same answers whatever became of it since', async () => {
    const id = await handOver();
    const guesses = (): OperationInput[] => [
      noted(modification(id, { iban: ['FR76', 'wrong'] }), -60),
      noted(modification(id, { iban: [null, 'wrong'] }), -60),
      noted(modification(id, { villeFac: [null, 'DIJON'] }), -60),
      noted(prospectVisit(id), -60),
    ];
    const said = async () =>
      (await former.push(...guesses())).map(({ status, reason, conflicts, notice }) => {
        return { status, reason, conflicts, notice };
      });
    const before = await said();
    await present.push(deletion(id, 'PM00'));
    expect(await said()).toEqual(before);
    expect(codes(before)).toEqual(['IBAN_INVALID', 'IBAN_INVALID', null, null]);
  });

  it('counts when a code was taken from them later, and not when before', async () => {
    await former.pull('client');
    test.clock.advance({ minutes: 1 });
    await test.database.db.execute(`delete from [crm].[app_user_rep] where [user_id] = 1`);
    await former.pull('client');
    test.clock.advance({ minutes: 5 });
    const answers = await former.push(noted(visitOperation(), -1), noted(visitOperation(), -60));
    expect(codes(answers)).toEqual(['CLIENT_MOVED', null]);
  });
});

describe('whom a prospect is attached to', () => {
  it('is changed by its owner and by administrators, and by nobody who only shares the code', async () => {
    await test.database.db.execute(
      `insert into [crm].[app_user_rep] ([user_id], [c_rep]) values (2, 'GA00')`,
    );
    present = await signIn('pmartin');
    const sent = creation();
    await former.push(sent);
    const [theirs] = await present.push(modification(sent.id, { cRep: ['GA00', 'PM00'] }, 'PM00'));
    expect(theirs?.reason?.code).toBe('ATTACHMENT_NOT_YOURS');
    const change = { cRep: ['GA00', 'PM00'], tel1: [null, '0102030405'] } as const;
    const [mixed] = await present.push(modification(sent.id, change, 'PM00'));
    expect(mixed).toMatchObject({ status: 'integrated', notice: expect.stringContaining('rattachement') });
    expect(codes(await admin.push(modification(sent.id, { cAgence: [null, 'A01'] }, 'DIR')))).toEqual([null]);
    expect(codes(await former.push(modification(sent.id, { cRep: ['GA00', 'PM00'] })))).toEqual([null]);
  });
});

type Try =
  | { kind: 'visitProspect' | 'visitClient' | 'delete' | 'pull' | 'wait' | 'signIn'; minutes: number }
  | { kind: 'modify'; field: 'cRep' | 'cAgence' | 'villeFac' | 'iban'; from: string | null; minutes: number };

/** Minutes from the hub's clock. `-90` is before any move. */
const minutes = fc.constantFrom(-90, -1, 0, 30, 100_000);
const tries: fc.Arbitrary<Try> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      'visitProspect' as const,
      'visitClient' as const,
      'delete' as const,
      'pull' as const,
      'wait' as const,
      'signIn' as const,
    ),
    minutes,
  }),
  fc.record({
    kind: fc.constant('modify' as const),
    field: fc.constantFrom('cRep' as const, 'cAgence' as const, 'villeFac' as const, 'iban' as const),
    from: fc.constantFrom(null, 'PM00', 'GA00', 'LYON'),
    // Changes noted before the move are merged, as designed; only visits may come from before here.
    minutes: fc.constantFrom(0, 30, 100_000),
  }),
);

/** Does as a former owner who tries. Answers what was sent. */
async function attempt(id: string, one: Try): Promise<OperationInput | null> {
  switch (one.kind) {
    case 'wait':
      await wait();
      return null;
    case 'signIn':
      await signInFormer();
      return null;
    case 'pull':
      await former.pull('prospect');
      await former.pull('client');
      return null;
    case 'visitProspect':
      return noted(prospectVisit(id), one.minutes);
    case 'visitClient':
      return noted(visitOperation({ entityId: 'C0002', payload: visitPayload() }), one.minutes);
    case 'delete':
      return noted(deletion(id), Math.max(0, one.minutes));
    case 'modify':
      return noted(modification(id, { [one.field]: [one.from, 'GA00'] }), one.minutes);
  }
}

async function seen(id: string): Promise<object> {
  present = await signIn('pmartin');
  const collections = ['prospect', 'client', 'clientHistory'] as const;
  for (const collection of collections) await present.pull(collection);
  const document = present.held('prospect', id);
  const relations = present.held('clientHistory', 'C0002')?.['relations'] as unknown[];
  return {
    card: cardOf(document as never),
    owner: document?.['ownerCUser'],
    cRep: present.held('client', 'C0002')?.['cRep'],
    relations: relations.length,
  };
}

it('no sequence of operations of a former owner changes what the present one sees, but for visits noted before the move', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tries, { minLength: 4, maxLength: 14 }), async (sequence) => {
      // One hub for all runs: the move back is part of what happens.
      test.clock.advance({ minutes: 180 });
      await everybody();
      await moveClient('GA00');
      test.clock.advance({ minutes: 1 });
      const id = await handOver();
      await present.push(modification(id, { villeFac: [null, 'LYON'] }, 'PM00'));
      const before = (await seen(id)) as { relations: number };
      test.clock.advance({ minutes: 5 });
      let visits = 0;
      for (const one of sequence) {
        const sent = await attempt(id, one);
        if (!sent) continue;
        const [answer] = await former.push(sent);
        expect(answer?.conflicts).toBeNull();
        expect(JSON.stringify([answer?.reason, answer?.notice])).not.toMatch(/LYON|PM00/);
        const isDone = answer?.status === 'integrated';
        if (isDone) expect(one).toMatchObject({ minutes: -90, kind: expect.stringMatching(/^visit/) });
        visits += Number(isDone && one.kind === 'visitClient');
      }
      expect(await seen(id)).toEqual({ ...before, relations: before.relations + visits });
      expect(await former.pull('prospect')).not.toContain(id);
      expect(await former.pull('client')).not.toContain('C0002');
      await test.database.db.delete(visit);
      await test.database.db.delete(clientRelation);
      await test.database.db.delete(operation);
    }),
    { numRuns: 15 },
  );
}, 180_000);

describe('a visit from a device whose clock is set back', () => {
  it('is judged by the last contact, not by the day that the device says', async () => {
    await former.pull('client');
    await wait();
    await wait();
    const [answer] = await former.push({
      ...visitOperation({ createdAt: '2019-01-02T08:15:00.123Z' }),
      payload: visitPayload({ date: '2019-01-01' }),
    });
    expect(answer?.reason?.code).toBe('VISIT_TOO_OLD');
  });
});
