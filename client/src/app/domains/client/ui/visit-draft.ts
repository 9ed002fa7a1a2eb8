import { isHour, type OperationReason, refusal, type VisitPayload, visitPayload } from '@tournee/graphql';
import { visitMessages } from './client-messages.ts';

/** An hour as one types it (`9h15`, `915`, `9:5`, `9`) as `hh:mm`; what cannot be read stays as typed. */
export function normalHour(text: string): string {
  const trimmed = text.trim();
  const match = /^(\d{1,2})(?:\s*[h:.]\s*(\d{1,2})?)?$/i.exec(trimmed) ?? /^(\d{1,2})(\d{2})$/.exec(trimmed);
  if (!match) return trimmed;
  const [, hour = '', minute = '0'] = match;
  const normal = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  return isHour(normal) ? normal : trimmed;
}

/**
 * What is wrong with a visit, or null. First its shape (a date and an hour that exist), then the rule that the hub
 * applies too.
 */
export function visitFault(
  payload: VisitPayload,
  check: (payload: VisitPayload) => OperationReason | null,
): OperationReason | null {
  if (payload.date === '') return refusal('DATE_UNREADABLE', visitMessages.dateUnreadable, 'date');
  const parsed = visitPayload.safeParse(payload);
  if (parsed.success) return check(parsed.data);
  const [issue] = parsed.error.issues;
  return refusal('VISIT_MALFORMED', issue?.message ?? '', issue?.path.join('.') ?? null);
}
