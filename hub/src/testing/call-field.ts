import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  type GraphQLOutputType,
} from 'graphql';

export interface FieldCall {
  query: string;
  variables: Record<string, unknown>;
}

const SAMPLES: Readonly<Record<string, unknown>> = {
  String: 'x',
  ID: '999999',
  Int: 1,
  Float: 1,
  Boolean: true,
  JSON: {},
  DateTime: '2026-11-24T08:00:00.000Z',
};

/** A call of a root field that selects everything it can answer, with the smallest arguments that the schema accepts. */
export function callOf(
  kind: 'query' | 'mutation' | 'subscription',
  field: GraphQLField<unknown, unknown>,
  overrides: Readonly<Record<string, unknown>> = {},
): FieldCall {
  const args = field.args.filter((argument) => argument.name in overrides || isRequiredArgument(argument));
  const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const variables = args.map(({ name, type }) => [name, overrides[name] ?? sampleOf(type)]);
  const query = `${kind}${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`} ${selectionOf(field.type)} }`;
  return { query, variables: Object.fromEntries(variables) as Record<string, unknown> };
}

function sampleOf(type: GraphQLInputType): unknown {
  if (!isNonNullType(type)) return null;
  const inner = type.ofType;
  if (isListType(inner)) return [];
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  if (!isInputObjectType(inner)) return SAMPLES[getNamedType(inner).name];
  const needed = Object.values(inner.getFields()).filter((field) => isNonNullType(field.type));
  return Object.fromEntries(needed.map((field) => [field.name, sampleOf(field.type)]));
}

function selectionOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).map((field) =>
    `${field.name} ${selectionOf(field.type)}`.trim(),
  );
  return `{ ${fields.join(' ')} }`;
}
