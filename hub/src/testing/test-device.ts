import { COLLECTIONS, type CollectionName, type Operation, type OperationInput } from '@tournee/graphql';
import type { TestHub } from './test-hub.ts';
import { push } from './test-operations.ts';

type Document = Record<string, unknown> & { id: string; deleted: boolean };

/** What a device holds after its pulls, by the rules of the contract: a new epoch drops what does not come again. */
export class TestDevice {
  readonly #test: Pick<TestHub, 'query'>;
  readonly #token: string;
  readonly #documents = new Map<CollectionName, Map<string, Document>>();
  readonly #checkpoints = new Map<CollectionName, { seq: string; epoch: string }>();

  constructor(test: Pick<TestHub, 'query'>, token: string) {
    this.#test = test;
    this.#token = token;
  }

  push(...operations: OperationInput[]): Promise<Operation[]> {
    return push(this.#test, this.#token, ...operations);
  }

  /** Pulls to the end. Answers the ids that it holds, sorted. */
  async pull(collection: CollectionName, limit = 100): Promise<string[]> {
    const { pullField, query } = COLLECTIONS[collection];
    for (;;) {
      const checkpoint = this.#checkpoints.get(collection) ?? null;
      const answer = await this.#test.query(query, { checkpoint, limit }, this.#token);
      if (!answer.data) throw new Error(JSON.stringify(answer.errors));
      const page = answer.data[pullField] as unknown as {
        documents: Document[];
        checkpoint: { seq: string; epoch: string };
        hasMore: boolean;
      };
      if (page.checkpoint.epoch !== checkpoint?.epoch) this.#documents.set(collection, new Map());
      const held = this.#documents.get(collection) ?? new Map<string, Document>();
      for (const document of page.documents) {
        if (document.deleted) held.delete(document.id);
        else held.set(document.id, document);
      }
      this.#documents.set(collection, held);
      this.#checkpoints.set(collection, page.checkpoint);
      if (!page.hasMore) return [...held.keys()].sort();
    }
  }

  held(collection: CollectionName, id: string): Document | undefined {
    return this.#documents.get(collection)?.get(id);
  }

  epoch(collection: CollectionName): string | undefined {
    return this.#checkpoints.get(collection)?.epoch;
  }
}
