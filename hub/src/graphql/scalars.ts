import { isDay } from '@tournee/graphql';
import { GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import { badInput } from '../errors.ts';
import { scalarMessages } from './scalar.messages.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;
/**
 * Far beyond what anything of ours holds, and far below what `JSON.stringify` can still write: an answer may repeat a value.
 * What a payload may hold is a rule of its own.
 */
const JSON_DEPTH_MAX = 500;

/** An ISO 8601 instant in UTC of a day that exists; anything else is refused before a resolver sees it. */
function readInstant(value: unknown): string {
  if (typeof value !== 'string' || !INSTANT.test(value) || !isDay(value.slice(0, 10))) {
    throw badInput(scalarMessages.instant);
  }
  return value;
}

function readJson(value: unknown): unknown {
  const fault = jsonFault(value, JSON_DEPTH_MAX);
  if (fault !== null) throw badInput(fault);
  return value;
}

/** What could not be kept, nor answered, as it was sent. Never goes deeper than the levels it is given. */
function jsonFault(value: unknown, levels: number): string | null {
  // `1e999` is JSON, and would be written as null.
  if (typeof value === 'number') return Number.isFinite(value) ? null : scalarMessages.tooLarge;
  if (value === null || typeof value !== 'object') return null;
  if (levels === 0) return scalarMessages.tooDeep;
  // Whoever copies such an object changes its prototype; the rules would not see the key at all.
  if (Object.hasOwn(value, '__proto__')) return scalarMessages.badKey;
  for (const inner of Object.values(value)) {
    const fault = jsonFault(inner, levels - 1);
    if (fault !== null) return fault;
  }
  return null;
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
  coerceInputValue: readJson,
  coerceInputLiteral: (node: ValueNode) => readJson(valueFromASTUntyped(node)),
});
