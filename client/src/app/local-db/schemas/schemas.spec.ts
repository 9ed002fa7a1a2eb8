import { readdirSync, readFileSync } from 'node:fs';
import { type CollectionName, COLLECTIONS } from '@tournee/graphql';
import {
  buildSchema,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { JsonSchema } from 'rxdb';
import { PACKED } from '../stored.ts';
import { hashText } from '../text-hash.ts';
import { MIGRATIONS } from './migrations.ts';
import { jsonSchemaOf, SCHEMAS } from './schemas.ts';

const folder = new URL('../../../../../graphql/schema/', import.meta.url);
const names = Object.keys(COLLECTIONS) as CollectionName[];

function contract(): GraphQLSchema {
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  return buildSchema(files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n'));
}

/** What the contract says of a type's fields: name, JSON type, whether it may be absent. */
function fieldsOf(type: GraphQLObjectType): Record<string, string> {
  const fields = Object.values(type.getFields()).filter(({ name }) => name !== 'deleted');
  return Object.fromEntries(fields.map((field) => [field.name, describeType(field.type)]));
}

const SCALARS: Readonly<Record<string, string>> = {
  Int: 'integer',
  Float: 'number',
  Boolean: 'boolean',
  JSON: 'json',
};

function describeType(type: GraphQLOutputType): string {
  if (!isNonNullType(type)) return `${describeInner(type)}?`;
  return describeInner(type.ofType);
}

function describeInner(type: GraphQLOutputType): string {
  if (isListType(type)) return `[${describeType(type.ofType)}]`;
  const named = getNamedType(type);
  return isObjectType(named) ? JSON.stringify(fieldsOf(named)) : (SCALARS[named.name] ?? 'string');
}

function describeSchema(schema: JsonSchema, isRequired: boolean): string {
  const bare = describeBare(schema);
  return isRequired ? bare : `${bare}?`;
}

function describeBare(schema: JsonSchema): string {
  if (schema.type === undefined || (schema.type === 'object' && schema.properties === undefined))
    return 'json';
  if (schema.type === 'array') return `[${describeBare(schema.items as JsonSchema)}]`;
  return schema.type === 'object' ? JSON.stringify(propertiesOf(schema)) : String(schema.type);
}

function propertiesOf(schema: JsonSchema): Record<string, string> {
  const required = new Set(schema.required as readonly string[]);
  const properties = Object.entries(schema.properties ?? {});
  return Object.fromEntries(
    properties.map(([name, field]) => [name, describeSchema(field as JsonSchema, required.has(name))]),
  );
}

/** Version and hash of each schema, as devices have them. */
const RECORDED_VERSIONS = {
  client: '1 wr9izy2by9',
  clientHistory: '1 u3g6pzshzt',
  operation: '1 1tg9vl9jshi',
  prospect: '1 1zoywt4c2kp',
  reference: '0 2bos37m1cff',
  setting: '0 13uy42f8b6u',
  visit: '0 1repoaa1xu0',
};

describe('SCHEMAS', () => {
  it('has one schema per collection of the contract', () => {
    expect(Object.keys(SCHEMAS).sort()).toEqual([...names].sort());
  });

  it.each(names)('keeps each field of %s, with its type', (name) => {
    const type = contract().getType(COLLECTIONS[name].typeName) as GraphQLObjectType;
    const packed: Partial<Record<CollectionName, readonly string[]>> = PACKED;
    const asText = Object.fromEntries((packed[name] ?? []).map((field) => [field, 'string']));
    expect(propertiesOf(jsonSchemaOf(name))).toEqual({ ...fieldsOf(type), ...asText });
  });

  it.each(names)('keeps each field that is pulled of %s', (name) => {
    const kept = [...Object.keys(jsonSchemaOf(name).properties ?? {}), 'deleted'];
    expect(kept.sort()).toEqual([...COLLECTIONS[name].fields].sort());
  });

  it.each(names)('gives each indexed field of %s a length', (name) => {
    const schema = jsonSchemaOf(name) as JsonSchema & { indexes?: (string | string[])[] };
    for (const field of (schema.indexes ?? []).flat()) {
      expect((schema.properties?.[field] as JsonSchema).maxLength).toBeGreaterThan(0);
    }
  });

  it('gets another version and a migration with each change', () => {
    const versions = names.map((name) => {
      const { version } = SCHEMAS[name];
      return [name, `${String(version)} ${hashText(JSON.stringify(SCHEMAS[name]))}`];
    });
    // A schema that changes under the same version cannot be opened any more: raise its version, add its migration,
    // record a base of the version before (`testing/recorded/README.md`), then write the new line here.
    expect(Object.fromEntries(versions)).toEqual(RECORDED_VERSIONS);
  });

  it.each(names)('has a migration to each version of %s', (name) => {
    const { version } = SCHEMAS[name];
    expect(Object.keys(MIGRATIONS[name] ?? {}).map(Number)).toEqual(
      Array.from({ length: version }, (_, index) => index + 1),
    );
  });
});
