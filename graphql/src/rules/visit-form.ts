import * as z from 'zod';
import type { OperationReason } from '../generated/schema.ts';
import { refusal } from './operation.ts';

/** Choices of one group, and so answers to it. */
const MAX_CHOICES = 50;

/**
 * The visit form that an admin can change: groups of choices, on several levels. A group is `radio` (one choice) or
 * `checkbox` (any number); a choice may open a group of its own.
 */
export interface VisitFormGroup {
  /** Stable key, unique among the groups of the form; answers are kept by it. */
  key: string;
  label: string;
  kind: 'radio' | 'checkbox';
  choices: readonly VisitFormChoice[];
}

export interface VisitFormChoice {
  /** Stable key, unique among the choices of the form. */
  key: string;
  label: string;
  /** « Compte comme devis remis »: what the week's figures and the statistics count, whatever its name. */
  countsAsQuote?: boolean | undefined;
  /** Groups that appear when this choice is ticked. */
  groups?: readonly VisitFormGroup[] | undefined;
}

export interface VisitForm {
  groups: readonly VisitFormGroup[];
}

const formChoice: z.ZodType<VisitFormChoice> = z.lazy(() =>
  z.strictObject({
    key: formKey,
    label: formLabel,
    countsAsQuote: z.boolean().optional(),
    groups: z.array(formGroup).optional(),
  }),
);
const formKey = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,39}$/,
    'Une clé commence par une lettre : minuscules, chiffres et tirets, 40 caractères au plus.',
  );
const formLabel = z
  .string()
  .trim()
  .min(1, 'Le libellé est vide.')
  .max(80, 'Le libellé dépasse 80 caractères.');
const formGroup: z.ZodType<VisitFormGroup> = z.lazy(() =>
  z.strictObject({
    key: formKey,
    label: formLabel,
    kind: z.enum(['radio', 'checkbox']),
    choices: z
      .array(formChoice)
      .min(1, 'Un groupe a au moins une réponse.')
      .max(MAX_CHOICES, `Un groupe a ${String(MAX_CHOICES)} réponses au plus.`),
  }),
);
export const visitForm = z.strictObject({ groups: z.array(formGroup) }).superRefine((form, context) => {
  const all = allGroups(form.groups);
  for (const [what, keys] of [
    ['groupe', all.map((group) => group.key)],
    ['choix', all.flatMap((group) => group.choices.map((one) => one.key))],
  ] as const) {
    const twice = keys.find((key, index) => keys.indexOf(key) !== index);
    // An answer could not tell which of the two it is for.
    if (twice !== undefined)
      context.addIssue({ code: 'custom', message: `Deux fois le même ${what} : ${twice}.` });
  }
});

function allGroups(groups: readonly VisitFormGroup[]): VisitFormGroup[] {
  return groups.flatMap((group) => [group, ...group.choices.flatMap((one) => allGroups(one.groups ?? []))]);
}

/** Answers: keys of the ticked choices, by key of their group. */
export const visitAnswers = z.record(z.string(), z.array(z.string()).max(MAX_CHOICES));
export type VisitAnswers = z.infer<typeof visitAnswers>;

const choice = (key: string, label: string): VisitFormChoice => ({ key, label });

/** The form of the customer's text (« Visite ce jour »). */
export const DEFAULT_VISIT_FORM: VisitForm = {
  groups: [
    {
      key: 'contact',
      label: 'Type de contact',
      kind: 'radio',
      choices: [
        choice('visite', 'Visite'),
        choice('telephone', 'Téléphone'),
        choice('mail', 'Mail'),
        choice('agence', 'Agence'),
      ],
    },
    {
      key: 'visite-type',
      label: 'Type de visite',
      kind: 'radio',
      choices: [
        choice('avec-rdv', 'Visite commerciale avec rdv'),
        choice('sans-rdv', 'Visite commerciale sans rdv'),
      ],
    },
    {
      key: 'visite-action',
      label: 'Au cours de la visite',
      kind: 'checkbox',
      choices: [
        choice('commande', 'Commande'),
        choice('livraison', 'Livraison'),
        choice('releve-parc', 'Relevé de parc'),
        {
          key: 'proposition',
          label: 'Remise de proposition',
          countsAsQuote: true,
          groups: [
            {
              key: 'proposition-type',
              label: 'Proposition remise',
              kind: 'checkbox',
              choices: [
                choice('agraire', 'Agraire'),
                choice('tp', 'TP'),
                choice('gc', 'GC'),
                choice('pl', 'PL & PLP'),
                choice('lubrifiant', 'Lubrifiant'),
                choice('flotte', 'Flotte entreprise'),
              ],
            },
          ],
        },
      ],
    },
  ],
};

/** Groups that are on screen for some answers: the top ones, and those that a ticked choice opens. */
export function visibleGroups(form: VisitForm, answers: VisitAnswers): VisitFormGroup[] {
  const walk = (groups: readonly VisitFormGroup[]): VisitFormGroup[] =>
    groups.flatMap((group) => [
      group,
      ...group.choices
        .filter((candidate) => isTicked(answers, group, candidate))
        .flatMap((ticked) => walk(ticked.groups ?? [])),
    ]);
  return walk(form.groups);
}

/** An own property only: a group may be called `constructor`. */
function isTicked(answers: VisitAnswers, group: VisitFormGroup, candidate: VisitFormChoice): boolean {
  return Object.hasOwn(answers, group.key) && (answers[group.key]?.includes(candidate.key) ?? false);
}

/** Whether a choice that counts as a quote handed over is ticked. */
export function hasQuote(form: VisitForm, answers: VisitAnswers): boolean {
  return visibleGroups(form, answers).some((group) =>
    group.choices.some((one) => one.countsAsQuote === true && isTicked(answers, group, one)),
  );
}

/** Checks answers against the form: known groups and choices, one choice at most for radio buttons. */
export function checkAnswers(answers: VisitAnswers, form: VisitForm): OperationReason | null {
  const groups = new Map(visibleGroups(form, answers).map((group) => [group.key, group]));
  for (const [key, ticked] of Object.entries(answers)) {
    if (ticked.length === 0) continue;
    const group = groups.get(key);
    if (!group || ticked.some((one) => !group.choices.some((candidate) => candidate.key === one))) {
      return refusal(
        'ANSWER_UNKNOWN',
        'Le formulaire de visite a changé : une réponse n’existe plus. Corrigez la visite et renvoyez-la.',
        `answers.${key}`,
      );
    }
    if (group.kind === 'radio' && ticked.length > 1) {
      return refusal('ANSWER_NOT_SINGLE', `« ${group.label} » n’accepte qu’une réponse.`, `answers.${key}`);
    }
  }
  return null;
}

/** Answers in words, e.g. `Visite · Remise de proposition (Agraire, PL & PLP)`; empty when nothing is ticked. */
export function describeAnswers(answers: VisitAnswers, form: VisitForm): string {
  const describe = (group: VisitFormGroup): string[] =>
    group.choices
      .filter((candidate) => isTicked(answers, group, candidate))
      .map((ticked) => {
        const inner = (ticked.groups ?? []).flatMap(describe);
        return inner.length === 0 ? ticked.label : `${ticked.label} (${inner.join(', ')})`;
      });
  return form.groups.flatMap(describe).join(' · ');
}
