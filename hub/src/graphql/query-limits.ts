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
      const { depth, rootFields } = measure(operation.selectionSet, context);
      if (depth > QUERY_LIMITS.depth)
        context.reportError(tooLarge(`More than ${String(QUERY_LIMITS.depth)} levels.`));
      if (rootFields > QUERY_LIMITS.rootFields) {
        context.reportError(tooLarge(`More than ${String(QUERY_LIMITS.rootFields)} root fields.`));
      }
    },
  };
}

interface Cost {
  depth: number;
  rootFields: number;
}

const FRAGMENT_LOOP: Cost = { depth: 0, rootFields: 0 };

function measure(
  set: SelectionSetNode,
  context: ValidationContext,
  known = new Map<FragmentDefinitionNode, Cost>(),
): Cost {
  const costs = set.selections.map((selection): Cost => {
    switch (selection.kind) {
      case Kind.FIELD: {
        // Introspection is deep by nature; whether it is allowed at all is another rule's to say.
        if (!selection.selectionSet || selection.name.value.startsWith('__'))
          return { depth: 1, rootFields: 1 };
        return { depth: 1 + measure(selection.selectionSet, context, known).depth, rootFields: 1 };
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
