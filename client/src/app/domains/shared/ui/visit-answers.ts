import type { VisitAnswers, VisitForm, VisitFormGroup } from '@tournee/graphql';

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
