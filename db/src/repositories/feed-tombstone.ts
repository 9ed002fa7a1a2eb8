import {
  type Client,
  type ClientHistory,
  COLLECTIONS,
  type CollectionName,
  type Operation,
  type Prospect,
  type Reference,
  type Setting,
  type Visit,
} from '@tournee/graphql';
import type { FeedChange } from './sync-publish.ts';

/** The fields of a document that must not be null, but for those that every tombstone has; JSON may be anything. */
type Required<Document> = {
  readonly [
    Field in keyof Document as Field extends 'id' | 'deleted'
      ? never
      : null extends Document[Field]
        ? never
        : Field
  ]: Document[Field];
};

interface RequiredFields {
  readonly client: Required<Client>;
  readonly clientHistory: Required<ClientHistory>;
  readonly prospect: Required<Prospect>;
  readonly visit: Required<Visit>;
  readonly reference: Required<Reference>;
  /** What is `JSON!` has no type that tells it from `JSON`. */
  readonly setting: Required<Setting> & Pick<Setting, 'value'>;
  readonly operation: Required<Operation> & Pick<Operation, 'payload'>;
}

const NEVER = '1970-01-01T00:00:00.000Z';

/**
 * What a tombstone holds beside its id: the smallest values that the GraphQL type accepts, so that the pull query
 * answers it like any other document. Devices drop the document and never look at them.
 */
const REQUIRED: RequiredFields = {
  client: { nomClient: '', ca: { annee: 0, cumul: 0, cumulN1: 0, totalN1: 0, mois: [], moisN1: [] } },
  clientHistory: { relations: [] },
  prospect: {
    nomClient: '',
    cUser: '',
    ownerCUser: '',
    createdAt: NEVER,
    updatedAt: NEVER,
    lastMovementAt: NEVER,
  },
  visit: { cUser: '', date: '', heure: '' },
  reference: { liste: '', code: '', libelle: '' },
  setting: { value: false },
  operation: {
    code: '',
    cUser: '',
    entityType: '',
    entityId: '',
    createdAt: NEVER,
    payload: {},
    status: 'integrated',
  },
};

/** Body of a tombstone: all keys in the order of the GraphQL type, null but for what must be there. */
export function tombstoneBody(collection: CollectionName, id: string): string {
  const values: Readonly<Record<string, unknown>> = { ...REQUIRED[collection], id };
  const fields = COLLECTIONS[collection].fields.filter((field) => field !== 'deleted');
  return JSON.stringify(Object.fromEntries(fields.map((field) => [field, values[field] ?? null])));
}

/** The change by which a document leaves a scope. */
export function feedTombstone(collection: CollectionName, id: string, scope: string): FeedChange {
  return { collection, id, scope, body: tombstoneBody(collection, id), deleted: true };
}
