import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { clientRelation, operation, syncDoc, visit } from '@tournee/db';
import type { OperationInput } from '@tournee/graphql';
import type { KilledPush } from '../testing/killed-push.ts';
import { startTestHub, type TestHub } from '../testing/test-hub.ts';
import { push, PUSH, toRows, visitOperation, visitPayload } from '../testing/test-operations.ts';

const PROGRAM = fileURLToPath(new URL('../testing/killed-push.ts', import.meta.url));
const SECRET = 'a secret that two hubs share, long';
/** Processes at a time: one that was killed must not stand in the way of another either. */
const AT_A_TIME = 3;

let test: TestHub;
let token: string;

beforeAll(async () => {
  test = await startTestHub({ secret: SECRET });
  token = (await test.signIn()).accessToken;
});
afterAll(() => test.remove());

interface Outcome {
  sent: OperationInput;
  signal: NodeJS.Signals | null;
  statements: number | null;
}

/** Pushes a visit of its own through a hub that kills itself. */
async function pushThroughKilledHub(killAt: KilledPush['killAt']): Promise<Outcome> {
  const sent = visitOperation({ payload: visitPayload({ commentaire: `visit ${String(killAt)}` }) });
  const body = JSON.stringify({ query: PUSH, variables: { rows: toRows([sent]) } });
  const child = spawn(process.execPath, [PROGRAM], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { NODE_COMPILE_CACHE: join(test.dataFolder, 'compile-cache') },
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('close', (_code, signal) => resolve(signal)),
  );
  child.stdin.end(
    JSON.stringify({
      databaseUrl: test.databaseUrl,
      secret: SECRET,
      token,
      killAt,
      body,
    } satisfies KilledPush),
  );
  const [output, signal] = await Promise.all([text(child.stdout), ended]);
  const statements = output === '' ? null : (JSON.parse(output) as { statements: number }).statements;
  return { sent, signal, statements };
}

async function rowsOf(sent: OperationInput): Promise<object> {
  const { db } = test.database;
  const comment = (sent.payload as { commentaire: string }).commentaire;
  const relations = (await db.select().from(clientRelation)).filter((row) =>
    row.commentaire?.startsWith(`${comment} `),
  );
  const documents = (await db.select().from(syncDoc)).filter((row) => row.id === sent.id);
  return {
    relations: relations.length,
    visits: (await db.select().from(visit))
      .filter((row) => row.operation === sent.id)
      .map((row) => row.numRelation),
    ledger: (await db.select().from(operation))
      .filter((row) => row.name === sent.id)
      .map((row) => row.status),
    documents: documents.map(({ collection, scope }) => `${collection} ${scope.replace(/\d+/, 'n')}`).sort(),
    numRelation: relations[0]?.numRelation,
  };
}

async function expectOnce(sent: OperationInput): Promise<void> {
  const [answer] = await push(test, token, sent);
  expect(answer).toMatchObject({ id: sent.id, status: 'integrated' });
  const { numRelation, ...rows } = (await rowsOf(sent)) as { numRelation: number };
  expect(rows).toEqual({
    relations: 1,
    visits: [numRelation],
    ledger: ['integrated'],
    documents: ['operation user:n', 'visit admin', 'visit user:n'],
  });
}

describe('a hub killed while it integrates an operation', () => {
  it('leaves all of it or nothing, and the next hub ends with exactly one, whatever the statement', async () => {
    const { statements, signal, sent } = await pushThroughKilledHub(0);
    expect(signal).toBeNull();
    await expectOnce(sent);
    const last = statements ?? 0;
    expect(last).toBeGreaterThan(6);
    for (let first = 1; first <= last; first += AT_A_TIME) {
      const numbers = Array.from({ length: AT_A_TIME }, (_, index) => first + index);
      const outcomes = await Promise.all(numbers.map(pushThroughKilledHub));
      for (const [index, outcome] of outcomes.entries()) {
        // The last ones may not be reached: how many statements there are depends on what is in the feed already.
        if (first + index < last - 2) expect(outcome.signal).toBe('SIGKILL');
        await expectOnce(outcome.sent);
      }
    }
  }, 300_000);

  it('has done it when it was killed after the commit, before the answer', async () => {
    const { signal, sent } = await pushThroughKilledHub('answer');
    expect(signal).toBe('SIGKILL');
    expect(await rowsOf(sent)).toMatchObject({ relations: 1, ledger: ['integrated'] });
    await expectOnce(sent);
  }, 60_000);
});
