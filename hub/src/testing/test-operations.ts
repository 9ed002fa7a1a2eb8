import type { Operation, OperationInput, VisitPayload } from '@tournee/graphql';
import type { GraphqlAnswer, TestHub } from './test-hub.ts';

export const PUSH = `mutation ($rows: [OperationPushRow!]!) {
  pushOperations(rows: $rows) {
    id code cUser entityType entityId createdAt payload status reason { code message field } integratedAt cites conflicts { field mine theirs } notice deleted
  }
}`;

let counter = 0;

export function visitPayload(fields: Partial<VisitPayload> = {}): VisitPayload {
  return {
    date: '2026-11-23',
    heure: '10:15',
    commentaire: 'Vu le patron.',
    answers: { contact: ['visite'] },
    ...fields,
  };
}

/** A visit of `GA00` to `C0001`, with a name of its own. */
export function visitOperation(fields: Partial<OperationInput> = {}): OperationInput {
  counter += 1;
  const cUser = fields.cUser ?? 'GA00';
  return {
    id: `VC_${cUser}_20261124T081500123_${counter.toString(36).padStart(8, '0')}`,
    code: 'VC',
    cUser,
    entityType: 'client',
    entityId: 'C0001',
    createdAt: '2026-11-24T08:15:00.123Z',
    payload: visitPayload(),
    status: 'pending',
    reason: null,
    integratedAt: null,
    cites: null,
    conflicts: null,
    notice: null,
    deleted: false,
    ...fields,
  };
}

export function toRows(operations: readonly OperationInput[]): object[] {
  return operations.map((newDocumentState) => ({ assumedMasterState: null, newDocumentState }));
}

export function pushRaw(
  test: Pick<TestHub, 'query'>,
  token: string,
  operations: readonly OperationInput[],
): Promise<GraphqlAnswer> {
  return test.query(PUSH, { rows: toRows(operations) }, token);
}

/** Pushes and answers the hub's documents. */
export async function push(
  test: Pick<TestHub, 'query'>,
  token: string,
  ...operations: OperationInput[]
): Promise<Operation[]> {
  const answer = await pushRaw(test, token, operations);
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data['pushOperations'] as unknown as Operation[];
}
