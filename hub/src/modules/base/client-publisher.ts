import {
  clientRepository,
  type ClientRow,
  type FeedDocument,
  type Queryable,
  syncDocRepository,
} from '@tournee/db';
import type { Clock } from '../../clock.ts';
import { type DocumentContext, readDocumentContext } from './base-context.ts';
import { clientScopes } from './client-cards.ts';
import { buildClientDocuments, buildGoneDocuments, buildNewestDocuments } from './client-documents.ts';

export interface ClientPublisher {
  /**
   * Builds the card and the newest relations of one client anew from winpneu's rows, those of this transaction
   * included; the whole history where the client came into other scopes. Call it after the rows are written, inside
   * `publishing`: two visits to one client at the same instant must both be in the history that the second publishes.
   */
  documents(tx: Queryable, cClient: string): Promise<FeedDocument[]>;
}

export function createClientPublisher({ clock }: { clock: Clock }): ClientPublisher {
  return {
    documents: async (tx, cClient) => {
      const row = await clientRepository(tx).find(cClient);
      if (!row) return buildGoneDocuments(tx, cClient.trimEnd());
      const context = await readDocumentContext(tx, clock.now());
      return (await isPlaced(tx, row, context))
        ? buildNewestDocuments(tx, row, context)
        : buildClientDocuments(tx, [row], context);
    },
  };
}

/** The feed has the client where it should be: the volumes that did not change are there too. */
async function isPlaced(tx: Queryable, row: ClientRow, context: DocumentContext): Promise<boolean> {
  const standing = await syncDocRepository(tx).scopesOf('client', row.cClient);
  const scopes = clientScopes(row, context);
  return standing.length === scopes.length && scopes.every((scope) => standing.includes(scope));
}
