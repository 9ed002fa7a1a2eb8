import type { JsonSchema } from 'rxdb';

/** Building blocks of the document schemas. A field that GraphQL allows to be null is one that may be absent here. */
export const text: JsonSchema = { type: 'string' };
export const integer: JsonSchema = { type: 'integer' };
/** A field kept as JSON text (see `PACKED`). */
export const packed: JsonSchema = { type: 'string' };

/** Text of an indexed field: IndexedDB keys need a known length. */
export function indexedText(maxLength: number): JsonSchema {
  return { type: 'string', maxLength };
}

/** A GraphQL `JSON` object. Its inside is not ours to know, nor to strip of nulls. */
export const jsonObject: JsonSchema = { type: 'object', additionalProperties: true };

/** Any GraphQL `JSON` value but null. Without a type: RxDB's checks refuse a choice of types. */
export const jsonValue: JsonSchema = {};
