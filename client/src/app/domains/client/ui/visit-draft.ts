import {
  isHour,
  type OperationReason,
  refusal,
  type VisitAnswers,
  type VisitForm,
  type VisitFormGroup,
  type VisitPayload,
  visitPayload,
} from '@tournee/graphql';
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
 * Ticks a choice, or takes its tick away. A radio group keeps one choice at most; answers of groups that disappear
 * with their parent go too, so that nothing is sent that is not on screen.
 */
export function toggleChoice(
  form: VisitForm,
  answers: VisitAnswers,
  group: Pick<VisitFormGroup, 'key' | 'kind'>,
  choice: string,
): VisitAnswers {
  const ticked = answers[group.key] ?? [];
  const without = ticked.filter((one) => one !== choice);
  const isTicked = without.length < ticked.length;
  const next = isTicked ? without : group.kind === 'radio' ? [choice] : [...ticked, choice];
  return visibleAnswers(form, { ...answers, [group.key]: next });
}

export interface ShownGroup {
  group: VisitFormGroup;
  /** 0 at the top, 1 for a group that a ticked choice opened, and so on. */
  depth: number;
}

/** The groups that are on screen, each one right after the group that opened it. */
export function shownGroups(form: VisitForm, answers: VisitAnswers): ShownGroup[] {
  const walk = (groups: readonly VisitFormGroup[], depth: number): ShownGroup[] =>
    groups.flatMap((group) => [
      { group, depth },
      ...group.choices
        .filter((choice) => answers[group.key]?.includes(choice.key))
        .flatMap((choice) => walk(choice.groups ?? [], depth + 1)),
    ]);
  return walk(form.groups, 0);
}

/** Answers of the groups that are on screen, empty ones left out. */
export function visibleAnswers(form: VisitForm, answers: VisitAnswers): VisitAnswers {
  const visible = new Set(shownGroups(form, answers).map(({ group }) => group.key));
  return Object.fromEntries(
    Object.entries(answers).filter(([key, ticked]) => ticked.length > 0 && visible.has(key)),
  );
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
