import { COLLECTIONS } from '@tournee/graphql';
import type { GraphQLSyncPushOptions, RxReplicationWriteToMasterRow, WithDeleted } from 'rxdb';
import { toStored } from '../document-nulls.ts';
import type { StoredOf } from '../stored.ts';

const PUSH_SIZE = 50;

/** The fields of an operation, as its pull query selects them. */
const SELECTION = /documents (\{.*\}) checkpoint/.exec(COLLECTIONS.operation.query)?.[1] ?? '{ id }';
const PUSH = `mutation PushOperations($rows: [OperationPushRow!]!) { pushOperations(rows: $rows) ${SELECTION} }`;

type StoredOperation = StoredOf<'operation'>;
type Row = RxReplicationWriteToMasterRow<StoredOperation>;

/**
 * How operations are pushed. The hub answers each row with its own document, which RxDB takes for a conflict and lets
 * win: the device learns the outcome at once. Only what the hub has not answered yet is sent, whatever RxDB still knows
 * of earlier exchanges: an outcome is never pushed back.
 */
export const pushOptions: GraphQLSyncPushOptions<StoredOperation> = {
  batchSize: PUSH_SIZE,
  modifier: (operation: WithDeleted<StoredOperation>) => (operation.status === 'pending' ? operation : null),
  queryBuilder: (rows: Row[]) => ({
    query: PUSH,
    variables: { rows: rows.toSorted(inOrder).map(withoutUndefined) },
  }),
  responseModifier: (documents: unknown[]) =>
    documents.map((document) => toStored('operation', document)) as never,
};

/** In the order in which the user said them: a later one may build on an earlier one. */
function inOrder(a: Row, b: Row): number {
  const [first, second] = [a.newDocumentState, b.newDocumentState];
  return first.createdAt.localeCompare(second.createdAt) || first.id.localeCompare(second.id);
}

/** The device never believes that the hub already has a pending operation. */
function withoutUndefined(row: Row): Row {
  return { newDocumentState: row.newDocumentState };
}
