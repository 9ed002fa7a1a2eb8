import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, type GraphQLField } from 'graphql';

const folder = new URL('../../../../graphql/schema/', import.meta.url);
const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
const schema = buildSchema(texts.join('\n'));

export interface RootField {
  readonly kind: 'query' | 'mutation';
  readonly field: GraphQLField<unknown, unknown>;
}

/** Every query and mutation of the contract, as `Query.me`. */
export const ROOT_FIELDS: ReadonlyMap<string, RootField> = new Map(
  (
    [
      ['query', schema.getQueryType()],
      ['mutation', schema.getMutationType()],
    ] as const
  ).flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).map((field): [string, RootField] => [
      `${type?.name ?? ''}.${field.name}`,
      { kind, field },
    ]),
  ),
);
