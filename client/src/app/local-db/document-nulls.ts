import type { CollectionName } from '@tournee/graphql';
import type { JsonSchema } from 'rxdb';
import { packedText } from './packed-text.ts';
import { jsonSchemaOf } from './schemas/schemas.ts';
import { type DocumentOf, PACKED, type StoredOf } from './stored.ts';

type Plain = Record<string, unknown>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function itemsOf(schema: JsonSchema): JsonSchema | null {
  const { items } = schema;
  return items === undefined || Array.isArray(items) ? null : (items as JsonSchema);
}

/**
 * Leaves out the fields that are null, at every level that the schema describes. The inside of a GraphQL `JSON` value
 * (a payload, answers) is left as it is: there null may mean something.
 */
function withoutNulls(schema: JsonSchema, value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = itemsOf(schema);
    return items?.properties === undefined ? value : value.map((item) => withoutNulls(items, item));
  }
  if (!isPlain(value) || schema.properties === undefined) return value;
  const kept: Plain = {};
  for (const [key, inner] of Object.entries(value)) {
    if (inner === null) continue;
    const field = schema.properties[key];
    kept[key] = field === undefined ? inner : withoutNulls(field, inner);
  }
  return kept;
}

/** The reverse: every field of the schema is there, null where nothing is stored. */
function withNulls(schema: JsonSchema, value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = itemsOf(schema);
    return items?.properties === undefined ? value : value.map((item) => withNulls(items, item));
  }
  if (!isPlain(value) || schema.properties === undefined) return value;
  const whole: Plain = {};
  for (const [key, field] of Object.entries(schema.properties)) {
    const inner = value[key];
    whole[key] = inner === undefined ? null : withNulls(field, inner);
  }
  return whole;
}

/** A pulled document as RxDB may keep it. `deleted` stays for the replication to read. */
export function toStored(collection: CollectionName, document: unknown): unknown {
  const stored = withoutNulls(jsonSchemaOf(collection), document) as Plain;
  for (const field of packedFields(collection)) stored[field] = packedText(stored[field]);
  return stored;
}

/** A document of this device's own making, as RxDB keeps it. */
export function toInsert<Name extends CollectionName>(
  collection: Name,
  document: DocumentOf<Name>,
): StoredOf<Name> {
  const { deleted: _, ...stored } = toStored(collection, document) as Plain;
  return stored as StoredOf<Name>;
}

/** A stored document as GraphQL types it: explicit nulls, none of RxDB's own fields. */
export function fromStored<Name extends CollectionName>(collection: Name, stored: unknown): DocumentOf<Name> {
  const document = withNulls(jsonSchemaOf(collection), stored) as Plain;
  for (const field of packedFields(collection))
    document[field] = JSON.parse(document[field] as string) as unknown;
  document['deleted'] = false;
  return document as unknown as DocumentOf<Name>;
}

function packedFields(collection: CollectionName): readonly string[] {
  const packed: Partial<Record<CollectionName, readonly string[]>> = PACKED;
  return packed[collection] ?? [];
}
