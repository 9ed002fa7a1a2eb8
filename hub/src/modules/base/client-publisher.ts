import { clientRepository, type FeedDocument, type Queryable, syncDocRepository } from '@tournee/db';
import type { Clock } from '../../clock.ts';
import { readDocumentContext } from './base-context.ts';
import { buildClientDocuments, goneClientDocuments } from './client-documents.ts';

export interface ClientPublisher {
  /**
   * Takes the feed's lock and builds the card and the history of one client anew from winpneu's rows, those of this
   * transaction included. Call it after the rows are written, close to the end of the transaction: from here to the
   * commit, other publishers wait.
   */
  documents(tx: Queryable, cClient: string): Promise<FeedDocument[]>;
}

export function createClientPublisher({ clock }: { clock: Clock }): ClientPublisher {
  return {
    documents: async (tx, cClient) => {
      // First the lock, then the reading: two visits to one client at the same instant must both be in the history
      // that the second one publishes.
      await syncDocRepository(tx).lockClock();
      const row = await clientRepository(tx).find(cClient);
      return row
        ? buildClientDocuments(tx, [row], await readDocumentContext(tx, clock.now()))
        : goneClientDocuments(cClient.trimEnd());
    },
  };
}
