import { sql } from 'drizzle-orm';
import { type FakeTdsServer, startFakeTdsServer, type TdsFate } from '../../testing/fake-tds-server.ts';
import type { Database } from '../database.ts';
import { parseDatabaseUrl } from '../database-url.ts';
import { openSqlServer } from './open-sql-server.ts';

const POOL_SIZE = 2;
const REQUEST_TIMEOUT = 300;

let server: FakeTdsServer;
let database: Database;

beforeEach(async () => {
  server = await startFakeTdsServer();
  const address = parseDatabaseUrl(server.url);
  if (address.engine !== 'sql-server') throw new Error('not the address of a server');
  database = await openSqlServer(address, { poolSize: POOL_SIZE, requestTimeout: REQUEST_TIMEOUT });
});
afterEach(async () => {
  await database.close();
  await server.close();
});

const work = (): Promise<unknown> =>
  database.transaction(async (tx) => tx.execute(sql`select ${1} as [one]`), { attempts: 1 });

/** All slots of the pool at once: none of them is lost, and none waits for another. */
const useAllSlots = async (): Promise<void> => {
  await Promise.all(Array.from({ length: POOL_SIZE }, work));
};

describe('a pool', () => {
  const faults: [string, TdsFate][] = [
    ['refused', { error: 50_000 }],
    ['cut', 'cut'],
    ['held', 'hold'],
  ];
  for (const step of ['begin', 'statement', 'commit', 'rollback'] as const) {
    it.each(faults)(`is whole again after transactions whose ${step} is %s`, async (_name, fate) => {
      server.meet((request) => {
        // A rollback follows a fault only.
        if (step === 'rollback' && request === 'statement') return { error: 50_000 };
        return request === step ? fate : 'answer';
      });
      for (let round = 0; round <= POOL_SIZE; round += 1) await expect(work()).rejects.toThrow();
      server.meet(() => 'answer');
      await useAllSlots();
      expect(server.open()).toBeLessThanOrEqual(POOL_SIZE);
    });
  }
});

describe('the victim of a deadlock', () => {
  const VICTIM = { error: 1205 };
  const LOW = 'set deadlock_priority low;';

  /** Makes the first two requests that ask something the victim. Answers how many there were. */
  const meetDeadlock = (): (() => number) => {
    let count = 0;
    server.meet((_request, says) => {
      if (!says('as [asked]')) return 'answer';
      count += 1;
      return count <= 2 ? VICTIM : 'answer';
    });
    return () => count;
  };

  it('is a read that is sent again, and it gives way', async () => {
    const count = meetDeadlock();
    await database.db.execute(sql`select ${1} as [asked]`);
    expect(count()).toBe(3);
    server.meet((request, says) => (request === 'rpc' && says('[asked]') && !says(LOW) ? 'cut' : 'answer'));
    await database.db.execute(sql`select ${1} as [asked]`);
  });

  it('is a transaction that runs again, and gives way if it is told to', async () => {
    const count = meetDeadlock();
    let runs = 0;
    const ask = (priority: 'low' | 'normal') =>
      database.transaction(
        async (tx) => {
          runs += 1;
          await tx.execute(sql`select ${1} as [asked]`);
        },
        { priority },
      );
    await ask('normal');
    expect([runs, count()]).toEqual([3, 3]);
    server.meet((request, says) => (request === 'statement' && !says(LOW) ? 'cut' : 'answer'));
    await ask('low');
    await expect(ask('normal')).rejects.toThrow();
  });
});
