import type { CollectionName } from '@tournee/graphql';
import type { JsonSchema } from 'rxdb';
import { clientHistorySchema } from './client-history.schema.ts';
import { clientSchema } from './client.schema.ts';
import { operationSchema } from './operation.schema.ts';
import { prospectSchema } from './prospect.schema.ts';
import { referenceSchema } from './reference.schema.ts';
import { settingSchema } from './setting.schema.ts';
import { visitSchema } from './visit.schema.ts';

/** Schema of each collection of a device. RxDB's free licence opens 13 at most. */
export const SCHEMAS = {
  client: clientSchema,
  clientHistory: clientHistorySchema,
  prospect: prospectSchema,
  visit: visitSchema,
  reference: referenceSchema,
  setting: settingSchema,
  operation: operationSchema,
} as const satisfies Record<CollectionName, unknown>;

/** The schema of a collection as plain JSON schema, for code that works on any of them. */
export function jsonSchemaOf(collection: CollectionName): JsonSchema {
  return SCHEMAS[collection];
}
