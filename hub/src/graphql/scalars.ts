import { GraphQLError, GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;

/** An ISO 8601 instant in UTC; anything else is refused before a resolver sees it. */
function readInstant(value: unknown): string {
  if (typeof value !== 'string' || !INSTANT.test(value) || Number.isNaN(Date.parse(value))) {
    throw new GraphQLError('DateTime must be an ISO 8601 instant in UTC, e.g. 2026-11-24T10:15:00.123Z.');
  }
  return value;
}

export const dateTimeScalar = new GraphQLScalarType({
  name: 'DateTime',
  coerceOutputValue: readInstant,
  coerceInputValue: readInstant,
  coerceInputLiteral: (node: ValueNode) => readInstant(node.kind === Kind.STRING ? node.value : null),
});

export const jsonScalar = new GraphQLScalarType({
  name: 'JSON',
  coerceOutputValue: (value: unknown) => value,
  coerceInputValue: (value: unknown) => value,
  coerceInputLiteral: (node: ValueNode) => valueFromASTUntyped(node),
});
