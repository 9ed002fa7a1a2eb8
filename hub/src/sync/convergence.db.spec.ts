import {
  clientRelation,
  type Database,
  operation,
  type OperationRow,
  prospect,
  syncDoc,
  visit,
} from '@tournee/db';
import { openTestDatabase, type TestDatabase } from '@tournee/db/testing';
import {
  cardOf,
  type ClientHistory,
  type FieldValue,
  mergeChanges,
  prospectChange,
  prospectCreation,
  RELATIONS_PER_VOLUME,
} from '@tournee/graphql';
import fc from 'fast-check';
import { convergenceOptions } from '../testing/environment.ts';
import { ConvergenceWorld } from '../testing/convergence-world.ts';
import { type OfflineDevice, PULLED } from '../testing/offline-device.ts';
import { fillTestBase } from '../testing/test-base.ts';
import { visitPayload } from '../testing/test-operations.ts';

const { runs: RUNS, seed: SEED, isShrinking } = convergenceOptions();
const TIMEOUT = 60_000 + RUNS * 2000;

const FIELDS = ['villeFac', 'cAttention', 'adr1Fac'] as const;
const CLIENTS = ['C0001', 'C0002', 'C0101'] as const;

/** One client's first volume is nearly full: visits to it go to the next one soon. */
const FORMER_RELATIONS = RELATIONS_PER_VOLUME - 2;

type Step =
  | { kind: 'create' | 'visitClient' | 'visitProspect' | 'delete'; device: number; what: number }
  | { kind: 'modify'; device: number; what: number; field: (typeof FIELDS)[number]; value: string | null }
  | { kind: 'settle'; device: number; isMine: boolean }
  | { kind: 'push'; device: number; how: 'plain' | 'lost' | 'doubled' | 'crash' }
  | { kind: 'pull'; device: number; collection: (typeof PULLED)[number]; limit: number; isToTheEnd: boolean }
  | { kind: 'moveProspect'; what: number; to: string | null }
  | { kind: 'moveClient'; what: number; to: string }
  | { kind: 'toggleCode' | 'prune' };

const device = fc.nat(2);
const anyDevice = fc.nat(3);
const what = fc.nat(3);
const rep = fc.constantFrom('GA00', 'PM00');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('create' as const), device, what }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('visitClient' as const, 'visitProspect' as const),
      device,
      what,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), device, what }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('modify' as const),
      device: anyDevice,
      what,
      field: fc.constantFrom(...FIELDS),
      value: fc.constantFrom('A', 'B', 'C', null),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('settle' as const), device: anyDevice, isMine: fc.boolean() }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('push' as const),
      device: anyDevice,
      how: fc.constantFrom('plain' as const, 'lost' as const, 'doubled' as const, 'crash' as const),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('pull' as const),
      device: anyDevice,
      collection: fc.constantFrom(...PULLED),
      limit: fc.integer({ min: 1, max: 3 }),
      isToTheEnd: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('moveProspect' as const), what, to: fc.option(rep) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('moveClient' as const), what, to: rep }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('toggleCode' as const, 'prune' as const) }) },
);

describe('three devices and an administrator', () => {
  let test: TestDatabase;
  let userIds: { garnier: number; martin: number; admin: number };
  beforeAll(async () => {
    test = await openTestDatabase();
    await fillTestBase(test.database);
    userIds = { garnier: 1, martin: 2, admin: 3 };
    await new ConvergenceWorld(test.database, userIds).signIn();
  }, TIMEOUT);
  afterAll(() => test.remove());

  it(
    'come to the same state, with every accepted intent in it once, whatever happened in between',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 45 }), async (steps) => {
          await reset(test.database);
          const world = new ConvergenceWorld(test.database, userIds);
          for (const one of steps) await take(world, one, userIds);
          await settleDown(world);
          await expectConvergence(world, test.database);
          await expectEachIntentOnce(world, test.database);
        }),
        { numRuns: RUNS, seed: SEED, endOnFailure: !isShrinking },
      );
    },
    TIMEOUT,
  );
});

/** What was left by the run before. The feed's clock goes on. */
async function reset(database: Database): Promise<void> {
  const tables = [
    '[crm].[visit]',
    '[crm].[prospect]',
    '[crm].[operation]',
    '[crm].[sync_doc]',
    '[crm].[sync_floor]',
    '[crm].[user_scope]',
    '[dbo].[client_relation]',
  ];
  await database.transaction(async (tx) => {
    for (const table of tables) await tx.execute(`delete from ${table}`);
    await tx.execute(`delete from [crm].[app_user_rep] where [user_id] = 2 and [c_rep] = 'GA00'`);
    const row = `('C', '${CLIENTS[0]}', 'TEL', 'N')`;
    const rows = Array.from({ length: FORMER_RELATIONS }, () => row).join(', ');
    await tx.execute(
      `insert into [dbo].[client_relation] ([type_entite], [c_entite], [origine_relation], [c_archive]) values ${rows}`,
    );
  });
  for (const [code, cRep] of [
    ['C0001', 'GA00'],
    ['C0002', 'GA00'],
    ['C0101', 'PM00'],
  ] as const) {
    await new ConvergenceWorld(database, { garnier: 1, martin: 2, admin: 3 }).moveClient(code, cRep);
  }
}

async function take(world: ConvergenceWorld, one: Step, userIds: { martin: number }): Promise<void> {
  switch (one.kind) {
    case 'push':
      await push(world, world.all[one.device]!, one.how);
      return;
    case 'pull':
      await world.all[one.device]!.pull(one.collection, one.limit, one.isToTheEnd);
      return;
    case 'settle':
      await world.all[one.device]!.settle(one.isMine);
      return;
    case 'moveProspect':
      await moveProspect(world, one.what, one.to);
      return;
    case 'moveClient':
      await world.moveClient(CLIENTS[one.what % CLIENTS.length]!, one.to);
      return;
    case 'toggleCode':
      await world.toggleCode(userIds.martin, 'GA00');
      return;
    case 'prune':
      await world.pruneTombstones();
      return;
    default:
      await note(world.all[one.device]!, one);
  }
}

async function push(
  world: ConvergenceWorld,
  from: OfflineDevice,
  how: 'plain' | 'lost' | 'doubled' | 'crash',
): Promise<void> {
  if (how === 'crash') await world.crashing(() => from.push());
  else await from.push({ isLost: how === 'lost', isDoubled: how === 'doubled' });
}

type Noted = Extract<Step, { kind: 'create' | 'visitClient' | 'visitProspect' | 'delete' | 'modify' }>;

/** An intent by what the device shows. */
async function note(from: OfflineDevice, one: Noted): Promise<void> {
  const payload = visitPayload({ commentaire: one.kind });
  if (one.kind === 'visitClient')
    return from.note('VC', 'client', CLIENTS[one.what % CLIENTS.length]!, payload);
  // One in four has no name: it is refused, and what depends on it too.
  const fields = { nomClient: one.what === 3 ? '' : 'FERME', cRep: one.what === 2 ? null : 'GA00' };
  if (one.kind === 'create') return from.note('CP', 'prospect', null, fields);
  const shown = from.prospects();
  const seen = shown[one.what % Math.max(1, shown.length)];
  if (!seen) return;
  switch (one.kind) {
    case 'visitProspect':
      return from.note('VP', 'prospect', seen.id, payload);
    case 'delete':
      return from.note('SP', 'prospect', seen.id, {});
    case 'modify': {
      const change = { from: seen[one.field], to: one.value };
      return from.note('MP', 'prospect', seen.id, { changes: { [one.field]: change } });
    }
  }
}

async function moveProspect(world: ConvergenceWorld, index: number, to: string | null): Promise<void> {
  const shown = world.admin.prospects();
  const seen = shown[index % Math.max(1, shown.length)];
  if (seen) await world.admin.note('MP', 'prospect', seen.id, { changes: { cRep: { from: seen.cRep, to } } });
}

/** Everybody gets a connection, and nothing happens any more. */
async function settleDown(world: ConvergenceWorld): Promise<void> {
  for (const one of world.all) await one.push();
  for (const one of world.all) for (const collection of PULLED) await one.pull(collection, 2, true);
}

async function expectConvergence(world: ConvergenceWorld, database: Database): Promise<void> {
  const [first, second] = world.devices;
  for (const collection of PULLED) expect(first!.held(collection)).toEqual(second!.held(collection));
  const rows = await database.db.select().from(syncDoc);
  for (const one of world.all) {
    const scopes = (await one.viewer()).scopes;
    for (const collection of PULLED) {
      const live = rows.filter(
        (row) => row.collection === collection && scopes.includes(row.scope) && !row.deleted,
      );
      const expected = Object.fromEntries(live.map(({ id, body }) => [id, JSON.parse(body) as unknown]));
      expect(one.held(collection)).toEqual(expected);
    }
    // Nothing is laid over any more: what the user sees is what the hub has.
    expect(one.outbox).toEqual([]);
    const pulled = one.held('prospect');
    expect(
      one
        .prospects()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(Object.keys(pulled));
    for (const view of one.prospects()) expect(cardOf(view)).toEqual(cardOf(pulled[view.id] as never));
  }
}

async function expectEachIntentOnce(world: ConvergenceWorld, database: Database): Promise<void> {
  const noted = new Set(world.all.flatMap(({ operations }) => operations.map(({ id }) => id)));
  const ledger = await inOrderOfCommit(database);
  expect(ledger.map(({ name }) => name).sort()).toEqual([...noted].sort());
  const done = ledger.filter(({ status }) => status !== 'rejected');
  const namesOf = (code: string): string[] =>
    done
      .filter((row) => row.code === code)
      .map(({ name }) => name)
      .sort();
  const visits = await database.db.select().from(visit);
  expect(visits.map((row) => row.operation).sort()).toEqual([...namesOf('VC'), ...namesOf('VP')].sort());
  const relations = await database.db.select().from(clientRelation);
  expect(relations).toHaveLength(FORMER_RELATIONS + namesOf('VC').length);
  const histories = Object.values(world.admin.held('clientHistory')) as ClientHistory[];
  const shown = histories.flatMap((volume) => volume.relations.map(({ num }) => num));
  expect(shown.sort((a, b) => a - b)).toEqual(relations.map((row) => row.numRelation).sort((a, b) => a - b));
  const prospects = await database.db.select().from(prospect);
  expect(prospects.map(({ id }) => id).sort()).toEqual(namesOf('CP'));
  for (const row of prospects) {
    const about = done.filter(({ entityId }) => entityId === row.id);
    expect(cardOf(row)).toEqual(about.reduce(replay, {}));
    expect(row.deletedAt !== null).toBe(about.some(({ code }) => code === 'SP'));
  }
}

/** The card of a prospect after one more operation: what was accepted, and nothing else, makes it. */
function replay(card: object, { code, payload }: OperationRow): object {
  const value = JSON.parse(payload) as unknown;
  if (code === 'CP') return cardOf(prospectCreation.parse(value));
  if (code !== 'MP') return card;
  const { applied } = mergeChanges<string>(
    card as Record<string, FieldValue>,
    prospectChange.parse(value).changes,
  );
  return { ...card, ...applied };
}

/** An operation's document is published once, in its transaction: the feed's numbers tell the order. */
async function inOrderOfCommit(database: Database): Promise<OperationRow[]> {
  const rows = await database.db.select().from(operation);
  const documents = await database.db
    .select({ id: syncDoc.id, seq: syncDoc.seq, collection: syncDoc.collection })
    .from(syncDoc);
  const seqs = new Map(
    documents.filter(({ collection }) => collection === 'operation').map(({ id, seq }) => [id, seq]),
  );
  return rows.sort((a, b) => (seqs.get(a.name) ?? 0) - (seqs.get(b.name) ?? 0));
}
