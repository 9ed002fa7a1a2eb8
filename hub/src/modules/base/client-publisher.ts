import { clientRepository, type Queryable, syncDocRepository } from '@tournee/db';
import type { Clock } from '../../clock.ts';
import { readBaseContext } from './base-context.ts';
import { buildClientDocuments, goneClientDocuments } from './client-documents.ts';

export interface ClientPublisher {
  /**
   * Builds the card and the history of one client anew from winpneu's rows, those of this transaction included, and
   * publishes what changed. Call it after the rows are written, close to the end of the transaction: from here to the
   * commit, other publishers wait.
   */
  republish(tx: Queryable, cClient: string): Promise<void>;
}

export function createClientPublisher({ clock }: { clock: Clock }): ClientPublisher {
  return {
    republish: async (tx, cClient) => {
      const feed = syncDocRepository(tx);
      // First the lock, then the reading: two visits to one client at the same instant must both be in the history
      // that the second one publishes.
      await feed.lockClock();
      const now = clock.now();
      const row = await clientRepository(tx).find(cClient);
      const documents = row
        ? await buildClientDocuments(tx, [row], await readBaseContext(tx, now))
        : goneClientDocuments(cClient.trimEnd());
      await feed.publishDocuments(documents, now);
    },
  };
}
