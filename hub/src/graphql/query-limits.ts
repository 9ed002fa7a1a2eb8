import {
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  type ParseOptions,
  type SelectionSetNode,
  validate,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** The longest query of a device has 600 characters, 80 tokens and four levels. */
export const QUERY_LIMITS = {
  sourceLength: 20_000,
  tokens: 1000,
  depth: 8,
  /** Aliases of one field count each: `a: pullClients(…) b: pullClients(…)` is twice the work. */
  rootFields: 10,
};

/** A pull costs a page of the feed: one of each collection in a request. */
const PULL = /^pull[A-Z]/;

/**
 * Bounds what a query may cost before it is executed. In production the schema is not told: no introspection, and no
 * « did you mean ».
 */
export function useQueryLimits({ isProduction }: { isProduction: boolean }): Plugin {
  return {
    // Before the parser: its cache keeps the texts it has seen.
    onParams({ params }) {
      if ((params.query?.length ?? 0) > QUERY_LIMITS.sourceLength) throw tooLarge('The query is too long.');
    },
    onParse({ setParseFn }) {
      setParseFn((source: string, options?: ParseOptions) =>
        parse(source, { ...options, maxLexicalTokens: QUERY_LIMITS.tokens }),
      );
    },
    onValidate({ addValidationRule, setValidationFn }) {
      addValidationRule(costRule);
      addValidationRule(oneNameRule);
      if (!isProduction) return;
      addValidationRule(NoSchemaIntrospectionCustomRule);
      setValidationFn((schema: GraphQLSchema, document: DocumentNode, rules?: readonly ValidationRule[]) =>
        validate(schema, document, rules, { hideSuggestions: true }),
      );
    },
  };
}

function tooLarge(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'QUERY_TOO_LARGE', http: { status: 400, spec: true } },
  });
}

/** Refuses operations that are too deep or ask for too many root fields, counted through fragments. */
export function costRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const { depth, rootFields, pulls } = measure(operation.selectionSet, context);
      if (depth > QUERY_LIMITS.depth)
        context.reportError(tooLarge(`More than ${String(QUERY_LIMITS.depth)} levels.`));
      if (rootFields > QUERY_LIMITS.rootFields) {
        context.reportError(tooLarge(`More than ${String(QUERY_LIMITS.rootFields)} root fields.`));
      }
      for (const [name, count] of pulls) {
        if (count > 1) context.reportError(tooLarge(`More than one ${name}: once in a request.`));
      }
    },
  };
}

interface Cost {
  depth: number;
  rootFields: number;
  /** How often each pull is asked for, by name, aliases counted. */
  pulls: ReadonlyMap<string, number>;
}

const NO_PULLS: Cost['pulls'] = new Map();
const FRAGMENT_LOOP: Cost = { depth: 0, rootFields: 0, pulls: NO_PULLS };

function measure(
  set: SelectionSetNode,
  context: ValidationContext,
  known = new Map<FragmentDefinitionNode, Cost>(),
): Cost {
  const costs = set.selections.map((selection): Cost => {
    switch (selection.kind) {
      case Kind.FIELD: {
        // Introspection is deep by nature; whether it is allowed at all is another rule's to say.
        const { name, selectionSet } = selection;
        const pulls = PULL.test(name.value) ? new Map([[name.value, 1]]) : NO_PULLS;
        if (!selectionSet || name.value.startsWith('__')) return { depth: 1, rootFields: 1, pulls };
        return { depth: 1 + measure(selectionSet, context, known).depth, rootFields: 1, pulls };
      }
      case Kind.INLINE_FRAGMENT:
        return measure(selection.selectionSet, context, known);
      case Kind.FRAGMENT_SPREAD:
        return measureFragment(context.getFragment(selection.name.value), context, known);
    }
  });
  return {
    depth: Math.max(0, ...costs.map(({ depth }) => depth)),
    rootFields: costs.reduce((sum, { rootFields }) => sum + rootFields, 0),
    pulls: together(costs.map(({ pulls }) => pulls)),
  };
}

function together(counts: readonly Cost['pulls'][]): Cost['pulls'] {
  const sums = new Map<string, number>();
  for (const [name, count] of counts.flatMap((pulls) => [...pulls])) {
    sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return sums;
}

/**
 * Refuses a field that goes by two names below the root. Threat: `pullOperations { documents { a: payload b: payload … } }`
 * makes a page of four megabytes as many times larger as there is room for names.
 */
export function oneNameRule(context: ValidationContext): ASTVisitor {
  const names = new Map<string, string>();
  return {
    Field(field) {
      const parent = context.getParentType();
      const isRoot = parent === context.getSchema().getQueryType();
      if (!parent || isRoot || parent === context.getSchema().getMutationType()) return;
      const key = `${parent.name}.${field.name.value}`;
      const name = field.alias?.value ?? field.name.value;
      if ((names.get(key) ?? name) !== name) context.reportError(tooLarge(`${key} goes by two names.`));
      names.set(key, name);
    },
  };
}

/** Each fragment is measured once: without that, fragments that use each other twice cost 2ⁿ. */
function measureFragment(
  fragment: FragmentDefinitionNode | null | undefined,
  context: ValidationContext,
  known: Map<FragmentDefinitionNode, Cost>,
): Cost {
  if (!fragment) return FRAGMENT_LOOP;
  const seen = known.get(fragment);
  if (seen) return seen;
  known.set(fragment, FRAGMENT_LOOP);
  const cost = measure(fragment.selectionSet, context, known);
  known.set(fragment, cost);
  return cost;
}
