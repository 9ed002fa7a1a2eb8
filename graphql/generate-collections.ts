/**
 * Writes `src/generated/collections.ts`: for each collection that devices pull, its GraphQL type, fields in the
 * schema's order and the one pull query, so that device and hub speak of the same selection to the letter.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import {
  buildSchema,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';

const PULLS = {
  client: 'pullClients',
  clientHistory: 'pullClientHistories',
  prospect: 'pullProspects',
  visit: 'pullVisits',
  reference: 'pullReferences',
  setting: 'pullSettings',
  operation: 'pullOperations',
} as const;

const target = new URL('src/generated/collections.ts', import.meta.url);
const folder = new URL('schema/', import.meta.url);

async function readSchema(): Promise<GraphQLSchema> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  return buildSchema(texts.join('\n'));
}

function selection(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields()).map((field) => {
    const named = getNamedType(field.type);
    return isObjectType(named) ? `${field.name} ${selection(named)}` : field.name;
  });
  return `{ ${fields.join(' ')} }`;
}

function objectOf(type: GraphQLOutputType | undefined, what: string): GraphQLObjectType {
  const named = getNamedType(type);
  if (!isObjectType(named)) throw new Error(`${what} gives no object`);
  return named;
}

function describeCollection(schema: GraphQLSchema, collection: string, pullField: string): string {
  const pull = objectOf(schema.getQueryType()?.getFields()[pullField]?.type, pullField);
  const document = objectOf(pull.getFields()['documents']?.type, `${pullField}.documents`);
  const name = `${pullField.charAt(0).toUpperCase()}${pullField.slice(1)}`;
  const query =
    `query ${name}($checkpoint: CheckpointInput, $limit: Int!) ` +
    `{ ${pullField}(checkpoint: $checkpoint, limit: $limit) ${selection(pull)} }`;
  return [
    `  ${collection}: {`,
    `    pullField: '${pullField}',`,
    `    typeName: '${document.name}',`,
    `    fields: [${Object.keys(document.getFields())
      .map((field) => `'${field}'`)
      .join(', ')}],`,
    `    query: '${query}',`,
    '  },',
  ].join('\n');
}

/** Text of `src/generated/collections.ts` for the schema as it stands. */
export async function collectionsSource(): Promise<string> {
  const schema = await readSchema();
  const entries = Object.entries(PULLS).map(([collection, field]) =>
    describeCollection(schema, collection, field),
  );
  return [
    '// Generated from schema/*.graphql by generate-collections.ts.',
    '',
    '/** Collections that devices pull, with their pull query. */',
    'export const COLLECTIONS = {',
    ...entries,
    '} as const;',
    '',
    'export type CollectionName = keyof typeof COLLECTIONS;',
    '',
  ].join('\n');
}

if (import.meta.main) await writeFile(target, await collectionsSource());
