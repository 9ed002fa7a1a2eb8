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
