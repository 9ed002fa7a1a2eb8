import { appUserRep, clientRelation, prospectRepository, publishing } from '@tournee/db';
import { CONTRACT_HEADER, CONTRACT_VERSION, COLLECTIONS } from '@tournee/graphql';
import { composeBaseRefresh } from '../compose-base-refresh.ts';
import { silentLog } from '../logger.ts';
import { prospectPublisher } from '../operation-handlers.ts';
import { TestDevice } from '../testing/test-device.ts';
import { codeOf, type GraphqlAnswer, startTestHub, type TestHub } from '../testing/test-hub.ts';
import { PUSH, toRows, visitOperation } from '../testing/test-operations.ts';
import { creation } from '../testing/test-prospects.ts';

let test: TestHub;
let rep: TestDevice;
let other: TestDevice;

beforeEach(async () => {
  test = await startTestHub();
  rep = new TestDevice(test, (await test.signIn('igarnier')).accessToken);
  other = new TestDevice(test, (await test.signIn('pmartin')).accessToken);
});
afterEach(() => test.remove());

const refresh = () =>
  composeBaseRefresh({ database: test.database, clock: test.clock, log: silentLog() }).run();
const moveClient = async (cClient: string, cRep: string): Promise<void> => {
  await test.database.db.execute(
    `update [dbo].[client] set [c_rep] = '${cRep}' where [c_client] = '${cClient}'`,
  );
  await refresh();
};
const userId = async (userName: string): Promise<number> => Number((await test.signIn(userName)).user.id);
const takeCodes = async (userName: string): Promise<void> => {
  await test.database.db.execute(
    `delete from [crm].[app_user_rep] where [user_id] = ${String(await userId(userName))}`,
  );
};
const giveCode = async (userName: string, cRep: string): Promise<void> => {
  await test.database.db.insert(appUserRep).values({ userId: await userId(userName), cRep });
};

describe('a client that moves to another rep', () => {
  it.each([
    ['the old rep pulls first', ['rep', 'other']],
    ['the new rep pulls first', ['other', 'rep']],
  ])('leaves one device and comes to the other: %s', async (_name, order) => {
    const devices = { rep, other };
    await Promise.all([
      rep.pull('client'),
      other.pull('client'),
      rep.pull('clientHistory'),
      other.pull('clientHistory'),
    ]);
    await moveClient('C0002', 'PM00');
    for (const name of order as (keyof typeof devices)[]) {
      await devices[name].pull('client');
      await devices[name].pull('clientHistory');
    }
    for (const collection of ['client', 'clientHistory'] as const) {
      expect(await rep.pull(collection)).toEqual(['C0001', 'C0003']);
      expect(await other.pull(collection)).toEqual(['C0002', 'C0101']);
    }
  });

  it('there and back again, is where it belongs, whatever was pulled in between', async () => {
    await rep.pull('client');
    await moveClient('C0002', 'PM00');
    await other.pull('client');
    await moveClient('C0002', 'GA00');
    expect(await rep.pull('client')).toEqual(['C0001', 'C0002', 'C0003']);
    expect(await other.pull('client')).toEqual(['C0101']);
  });

  it('still gets the visit that the old rep had not sent, and he is told without a word about the new one', async () => {
    await rep.pull('client');
    await moveClient('C0002', 'PM00');
    const [answer] = await rep.push(visitOperation({ entityId: 'C0002' }));
    expect(answer).toMatchObject({
      status: 'integrated',
      reason: null,
      notice: expect.stringContaining('suivi par un autre commercial'),
    });
    expect(answer?.notice).not.toMatch(/PM00|pmartin/i);
    expect(await test.database.db.select().from(clientRelation)).toHaveLength(1);
    await rep.pull('visit');
    expect(await rep.pull('clientHistory')).toEqual(['C0001', 'C0003']);
    await other.pull('clientHistory');
    expect(other.held('clientHistory', 'C0002')?.['relations']).toHaveLength(1);
  });

  it('gets it too when winpneu moved it and no refresh has run yet', async () => {
    await rep.pull('client');
    await test.database.db.execute(`update [dbo].[client] set [c_rep] = 'PM00' where [c_client] = 'C0002'`);
    const [answer] = await rep.push(visitOperation({ entityId: 'C0002' }));
    expect(answer).toMatchObject({ status: 'integrated', notice: expect.any(String) });
    expect(await rep.pull('client')).toEqual(['C0001', 'C0003']);
  });

  it('is refused like one that does not exist to whom it never was', async () => {
    await moveClient('C0002', 'PM00');
    const answers = await rep.push(
      visitOperation({ entityId: 'C0101' }),
      visitOperation({ entityId: 'C9999' }),
    );
    expect(answers.map(({ reason, notice }) => [reason?.code, notice])).toEqual([
      ['CLIENT_NOT_YOURS', null],
      ['CLIENT_NOT_YOURS', null],
    ]);
  });
});

describe('a user whose codes change', () => {
  it('starts over with a new epoch, holds what is his now, and may still send what he had noted', async () => {
    expect(await rep.pull('client')).toEqual(['C0001', 'C0002', 'C0003']);
    const before = rep.epoch('client');
    await takeCodes('igarnier');
    await giveCode('igarnier', 'PM00');
    expect(await rep.pull('client')).toEqual(['C0101']);
    expect(rep.epoch('client')).not.toBe(before);
    const [answer] = await rep.push(visitOperation({ entityId: 'C0001' }));
    expect(answer).toMatchObject({ status: 'integrated', notice: expect.any(String) });
  });

  it('can do so for sixty days', async () => {
    await rep.pull('client');
    await takeCodes('igarnier');
    test.clock.advance({ days: 61 });
    const later = new TestDevice(test, (await test.signIn('igarnier')).accessToken);
    const payload = { date: '2027-01-20', heure: '10:00', commentaire: '', answers: null };
    expect((await later.push(visitOperation({ entityId: 'C0001', payload })))[0]?.reason?.code).toBe(
      'CLIENT_NOT_YOURS',
    );
  });

  it('takes the prospects along with the code, at the next refresh', async () => {
    const sent = creation();
    await rep.push(sent);
    await Promise.all([rep.pull('prospect'), other.pull('prospect')]);
    await takeCodes('igarnier');
    await giveCode('pmartin', 'GA00');
    await refresh();
    expect(await rep.pull('prospect')).toEqual([]);
    expect(await other.pull('prospect')).toEqual([sent.id]);
  });
});

describe('prospects without movement', () => {
  it('leave the offline bases, stay at the hub, and come back with the next movement', async () => {
    const sent = creation();
    await rep.push(sent);
    expect(await rep.pull('prospect')).toEqual([sent.id]);
    test.clock.advance({ days: 400 });
    await refresh();
    const later = new TestDevice(test, (await test.signIn('igarnier')).accessToken);
    expect(await later.pull('prospect')).toEqual([]);
    const payload = { date: '2027-12-28', heure: '10:00', commentaire: '', answers: null };
    const trip = { ...visitOperation({ entityType: 'prospect', entityId: sent.id, payload }), code: 'VP' };
    expect(await later.push({ ...trip, id: trip.id.replace('VC', 'VP') })).toMatchObject([
      { status: 'integrated' },
    ]);
    expect(await later.pull('prospect')).toEqual([sent.id]);
  });
});

describe('the pruning of prospects', () => {
  it('counts those that left, those that came back, and those that devices keep', async () => {
    const prune = () => prospectPublisher(test.clock).refreshAll(test.database);
    const [old, removed] = [creation(), creation()];
    await rep.push(old, removed);
    expect(await prune()).toMatchObject({ prospects: 2, kept: 2, left: 0, returned: 0 });
    await prospectRepository(test.database.db).update(removed.id, { deletedAt: test.clock.now() });
    test.clock.advance({ days: 400 });
    const later = new TestDevice(test, (await test.signIn('igarnier')).accessToken);
    await later.push(creation());
    expect(await prune()).toMatchObject({ prospects: 2, kept: 1, left: 1, returned: 0 });
    await prospectRepository(test.database.db).update(old.id, { lastMovementAt: test.clock.now() });
    expect(await prune()).toMatchObject({ prospects: 2, kept: 2, left: 0, returned: 1 });
  });
});

describe('tombstones that are pruned', () => {
  const prune = (before: Date) => publishing(test.database, (_tx, feed) => feed.pruneTombstones(before));
  const later = (): Date => new Date(test.clock.now().getTime() + 1);

  it('make a device start over that had not read them, and no other', async () => {
    await Promise.all([rep.pull('client'), other.pull('client')]);
    await moveClient('C0002', 'PM00');
    const [early, late] = [new TestDevice(test, (await test.signIn()).accessToken), rep];
    await early.pull('client');
    await other.pull('client');
    const [epochs, theirs] = [early.epoch('client'), other.epoch('client')];
    expect(await prune(later())).toBe(2);
    expect(await late.pull('client')).toEqual(['C0001', 'C0003']);
    expect(late.epoch('client')).not.toBe(epochs);
    expect(await early.pull('client')).toEqual(['C0001', 'C0003']);
    expect(early.epoch('client')).toBe(epochs);
    expect(await other.pull('client')).toEqual(['C0002', 'C0101']);
    expect(other.epoch('client')).toBe(theirs);
  });

  it('do so once: from then on the device goes on as usual', async () => {
    await rep.pull('client');
    await moveClient('C0002', 'PM00');
    await prune(later());
    await rep.pull('client');
    const epoch = rep.epoch('client');
    await moveClient('C0003', 'PM00');
    expect(await rep.pull('client')).toEqual(['C0001']);
    expect(rep.epoch('client')).toBe(epoch);
  });

  it('do not stop a first sync that began after them, page by page', async () => {
    await moveClient('C0001', 'PM00');
    await prune(later());
    const device = new TestDevice(test, (await test.signIn()).accessToken);
    expect(await device.pull('client', 1)).toEqual(['C0002', 'C0003']);
  });

  it('are kept when they are younger', async () => {
    await moveClient('C0002', 'PM00');
    expect(await prune(test.clock.now())).toBe(0);
  });
});

describe('a device that is too old', () => {
  const send = async (query: string, variables: object, version: string | null): Promise<GraphqlAnswer> => {
    const { accessToken } = await test.signIn();
    const response = await fetch(`${test.hub.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${accessToken}`,
        ...(version === null ? {} : { [CONTRACT_HEADER]: version }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphqlAnswer;
  };

  it.each(['0', 'x'])('may sign in, and neither pull nor push: version %s', async (version) => {
    const pull = await send(COLLECTIONS.client.query, { limit: 10 }, version);
    expect(codeOf(pull)).toBe('CLIENT_TOO_OLD');
    expect(pull.errors?.[0]?.message).toContain('Mettez-la à jour');
    expect(codeOf(await send(PUSH, { rows: toRows([visitOperation()]) }, version))).toBe('CLIENT_TOO_OLD');
    expect(codeOf(await send('{ me { id } }', {}, version))).toBeNull();
    expect(await test.database.db.select().from(clientRelation)).toEqual([]);
  });

  it.each([null, '1', String(CONTRACT_VERSION), '99'])('is none of version %s', async (version) => {
    expect(codeOf(await send(COLLECTIONS.client.query, { limit: 10 }, version))).toBeNull();
  });
});
