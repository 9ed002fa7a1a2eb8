import type { IntegrationErrorEventRow, IntegrationErrorRow } from '@tournee/db';
import type { IntegrationError, IntegrationErrorEvent } from '@tournee/graphql';

export interface Surroundings {
  readonly events: readonly IntegrationErrorEventRow[];
  readonly entityLabel: string | null;
  readonly auteur: string | null;
}

export function toIntegrationError(
  row: IntegrationErrorRow,
  { events, entityLabel, auteur }: Surroundings,
): IntegrationError {
  return {
    id: row.operation,
    code: row.code,
    entityType: row.entityType,
    entityId: row.entityId,
    entityLabel,
    cUser: row.cUser,
    auteur,
    state: row.state as IntegrationError['state'],
    reason: { code: row.reasonCode, message: row.reasonMessage, field: row.reasonField },
    tries: row.tries,
    createdAt: row.createdAt.toISOString(),
    firstTriedAt: row.firstTriedAt.toISOString(),
    lastTriedAt: row.lastTriedAt.toISOString(),
    payload: JSON.parse(row.payload) as unknown,
    history: events.map(toEvent),
  };
}

function toEvent({
  id,
  at,
  kind,
  by,
  code,
  message,
  payload,
}: IntegrationErrorEventRow): IntegrationErrorEvent {
  return {
    id: String(id),
    at: at.toISOString(),
    kind: kind as IntegrationErrorEvent['kind'],
    by,
    code,
    message,
    payload: payload === null ? null : (JSON.parse(payload) as unknown),
  };
}
