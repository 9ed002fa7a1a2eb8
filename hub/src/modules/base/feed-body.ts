import { COLLECTIONS, type CollectionName } from '@tournee/graphql';

/**
 * JSON of a document as the feed keeps it: the fields of its GraphQL type in their order, nulls written out, without
 * `deleted`. A pull answers it as it is, so it must be what GraphQL itself would have written.
 */
export function feedBody(collection: CollectionName, values: Readonly<Record<string, unknown>>): string {
  const body: Record<string, unknown> = {};
  for (const field of COLLECTIONS[collection].fields) {
    if (field !== 'deleted') body[field] = values[field] ?? null;
  }
  return JSON.stringify(body);
}
