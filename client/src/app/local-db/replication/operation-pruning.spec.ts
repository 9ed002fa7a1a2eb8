import { firstValueFrom } from 'rxjs';
import { toInsert } from '../document-nulls.ts';
import { openDatabase } from '../open-database.ts';
import type { LocalDatabase } from '../local-collections.ts';
import { LocalBase } from '../local-base.ts';
import { anOperation } from '../testing/documents.ts';
import { pruneOperations } from './operation-pruning.ts';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const LONG_AGO = '2026-10-20T10:00:00.000Z';
const LATELY = '2026-11-20T10:00:00.000Z';

let database: LocalDatabase;

async function left(): Promise<string[]> {
  await pruneOperations(database.operation, NOW);
  return (await database.operation.find().exec()).map(({ id }) => id).sort();
}

beforeEach(async () => {
  database = await openDatabase('tournee-pruned-operations');
  const refused = { status: 'rejected', reason: { code: 'X', message: 'Non.', field: null } } as const;
  const operations = [
    anOperation({ id: 'a-pending', createdAt: LONG_AGO }),
    anOperation({ id: 'b-refused', createdAt: LONG_AGO, ...refused }),
    anOperation({ id: 'c-lately', status: 'integrated', integratedAt: LATELY }),
    anOperation({ id: 'd-refused', createdAt: LONG_AGO, ...refused }),
    anOperation({ id: 'e-refused', createdAt: LONG_AGO, cites: 'd-refused', ...refused }),
    anOperation({ id: 'f-corrected', status: 'integrated', integratedAt: LONG_AGO, cites: 'e-refused' }),
    anOperation({ id: 'g-conflict', createdAt: LONG_AGO, status: 'conflict', integratedAt: LONG_AGO }),
  ];
  await database.operation.bulkInsert(operations.map((operation) => toInsert('operation', operation)));
});
afterEach(async () => {
  await database.remove();
});

describe('pruneOperations', () => {
  it('drops what was integrated a month ago with what it took the place of, and nothing else', async () => {
    expect(await left()).toEqual(['a-pending', 'b-refused', 'c-lately', 'g-conflict']);
    expect(await left()).toHaveLength(4);
  });

  it('leaves them out of what is shown', async () => {
    await left();
    await database.close();
    const base = await LocalBase.open('tournee-pruned-operations');
    expect(await firstValueFrom(base.operations$)).toHaveLength(4);
    await base.close();
    database = await openDatabase('tournee-pruned-operations');
  });
});
