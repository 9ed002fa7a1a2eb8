import { COLLECTIONS, type CollectionName } from '@tournee/graphql';
import { type DocumentNode, Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type HubContext, requireDevice } from '../context.ts';
import { writePullAnswer } from './pull-answer.ts';
import type { PullArguments, PullService } from './pull.service.ts';

/**
 * Answers the pull queries that devices send, word for word, from the ready-made JSON of the feed: nothing is parsed,
 * no field is executed, nothing is serialised again. Bodies hold all fields of the type in the schema's order, and the
 * query asks for all of them in that order, so the answer is the same to the byte as the resolvers'.
 * Whatever is not exactly such a query, and every refusal, goes the usual way.
 */
export function useFastPull(pulls: PullService): Plugin<HubContext> {
  const collections = new WeakMap<DocumentNode, CollectionName | null>();
  const collectionFor = (document: DocumentNode): CollectionName | null => {
    const known = collections.get(document);
    if (known !== undefined) return known;
    const collection = recognise(document);
    collections.set(document, collection);
    return collection;
  };

  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const collection = collectionFor(args.document as DocumentNode);
      const variables = readVariables(args.variableValues as Record<string, unknown> | undefined);
      if (collection === null || variables === null) return;
      setExecuteFn(async () => {
        try {
          const viewer = await requireDevice(args.contextValue);
          const page = await pulls.pull(viewer, collection, variables);
          // Whatever `stringify` returns becomes the body of the answer, bytes as well as text.
          return { data: {}, stringify: () => writePullAnswer(COLLECTIONS[collection].pullField, page) };
        } catch {
          // The executor meets the same obstacle, and says so with path and location.
          return executeFn(args) as unknown;
        }
      });
    },
  };
}

const DEVICE_QUERIES = new Map<string, CollectionName>(
  (Object.keys(COLLECTIONS) as CollectionName[]).map((collection) => [
    fingerprint(onlyOperation(parse(COLLECTIONS[collection].query))),
    collection,
  ]),
);

function recognise(document: DocumentNode): CollectionName | null {
  const [operation, ...others] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return null;
  return DEVICE_QUERIES.get(fingerprint(operation)) ?? null;
}

/** The operation's text without its name and layout. Variables, arguments, directives and selection all count. */
function fingerprint(operation: OperationDefinitionNode): string {
  return print({ ...operation, name: undefined });
}

function onlyOperation(document: DocumentNode): OperationDefinitionNode {
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A pull query is one operation.');
  return operation;
}

/** The variables when they are plainly right; null leaves the verdict to the executor. */
function readVariables(variables: Record<string, unknown> | undefined): PullArguments | null {
  const { limit, checkpoint = null, ...others } = variables ?? {};
  if (typeof limit !== 'number' || Object.keys(others).length > 0) return null;
  if (checkpoint === null) return { limit, checkpoint };
  if (typeof checkpoint !== 'object') return null;
  const { seq, epoch, ...rest } = checkpoint as Record<string, unknown>;
  const isPlain = typeof seq === 'string' && typeof epoch === 'string' && Object.keys(rest).length === 0;
  return isPlain ? { limit, checkpoint: { seq, epoch } } : null;
}
