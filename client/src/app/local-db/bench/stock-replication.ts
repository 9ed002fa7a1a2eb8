/**
 * Baseline (b) of the bench: RxDB as its quickstart uses it, Dexie storage, one document per row, default batches.
 * It stands here because RxDB is only known to this folder; the bench bundles it, the app never does.
 */
import { createRxDatabase, type RxCollection } from 'rxdb';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';

interface Row {
  id: string;
  nom: string;
  rep: string;
  body: string;
}

interface RowCheckpoint {
  after: number;
}

declare global {
  interface Window {
    replicateStock: (origin: string) => Promise<number>;
  }
}

const SCHEMA = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 40 },
    nom: { type: 'string', maxLength: 80 },
    rep: { type: 'string', maxLength: 8 },
    body: { type: 'string' },
  },
  required: ['id', 'nom', 'rep', 'body'],
  indexes: ['nom', 'rep'],
} as const;

window.replicateStock = async (origin) => {
  const started = performance.now();
  const database = await createRxDatabase({ name: 'bench-stock', storage: getRxStorageDexie() });
  const { rows } = await database.addCollections<{ rows: RxCollection<Row> }>({ rows: { schema: SCHEMA } });
  const replication = replicateRxCollection<Row, RowCheckpoint>({
    collection: rows,
    replicationIdentifier: 'bench-stock',
    live: false,
    pull: {
      handler: async (checkpoint, batchSize) => {
        const after = checkpoint?.after ?? 0;
        const response = await fetch(`${origin}/rows?after=${String(after)}&limit=${String(batchSize)}`);
        const page = (await response.json()) as Row[];
        return {
          documents: page.map((row) => ({ ...row, _deleted: false })),
          checkpoint: { after: after + page.length },
        };
      },
    },
  });
  await replication.awaitInitialReplication();
  const elapsed = performance.now() - started;
  await database.close();
  return elapsed;
};
