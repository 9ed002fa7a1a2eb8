import fc from 'fast-check';
import {
  hasQuote,
  checkAnswers,
  DEFAULT_VISIT_FORM,
  describeAnswers,
  type VisitAnswers,
  visitAnswers,
  type VisitForm,
  visitForm,
  type VisitFormChoice,
  type VisitFormGroup,
  visibleGroups,
} from './visit-form.ts';

function choice(key: string, ...groups: VisitFormGroup[]): VisitFormChoice {
  return groups.length === 0 ? { key, label: key.toUpperCase() } : { key, label: key.toUpperCase(), groups };
}
function group(key: string, kind: VisitFormGroup['kind'], ...choices: VisitFormChoice[]): VisitFormGroup {
  return { key, label: key.toUpperCase(), kind, choices };
}
const keysOf = (groups: readonly VisitFormGroup[]): string[] => groups.map(({ key }) => key);

/** Three levels: `b` opens `inner`, whose `d` opens `deep`. */
const THREE_LEVELS: VisitForm = {
  groups: [
    group(
      'top',
      'checkbox',
      choice('a'),
      choice('b', group('inner', 'radio', choice('c'), choice('d', group('deep', 'checkbox', choice('e'))))),
    ),
    group('last', 'radio', choice('f'), choice('g')),
  ],
};

/** Any answers to the default form, right or wrong. */
const anyAnswers: fc.Arbitrary<VisitAnswers> = fc.dictionary(
  fc.constantFrom('contact', 'visite-type', 'visite-action', 'proposition-type', 'autre'),
  fc.subarray([
    'visite',
    'mail',
    'avec-rdv',
    'sans-rdv',
    'commande',
    'proposition',
    'agraire',
    'tp',
    'pigeon',
  ]),
);

describe('visitForm', () => {
  it('takes the form of the customer’s text', () => {
    expect(visitForm.parse(DEFAULT_VISIT_FORM)).toEqual(DEFAULT_VISIT_FORM);
  });

  it('takes several levels, and no group at all', () => {
    expect(visitForm.safeParse(THREE_LEVELS).success).toBe(true);
    expect(visitForm.safeParse({ groups: [] }).success).toBe(true);
  });

  it.each<[string, VisitForm]>([
    [
      'two groups of one key',
      { groups: [group('x', 'radio', choice('a')), group('x', 'radio', choice('b'))] },
    ],
    [
      'two groups of one key on two levels',
      { groups: [group('x', 'radio', choice('a', group('x', 'radio', choice('b'))))] },
    ],
    ['two choices of one key', { groups: [group('x', 'radio', choice('a'), choice('a'))] }],
    [
      'two choices of one key in two groups',
      { groups: [group('x', 'radio', choice('a')), group('y', 'radio', choice('a'))] },
    ],
    ['a group without choices', { groups: [group('x', 'radio')] }],
    [
      'more choices than answers may have',
      { groups: [group('x', 'checkbox', ...Array.from({ length: 51 }, (_, n) => choice(`c${String(n)}`)))] },
    ],
    ['a key with a blank', { groups: [group('a b', 'radio', choice('a'))] }],
    ['an empty key', { groups: [group('x', 'radio', choice(''))] }],
    ['an empty label', { groups: [{ ...group('x', 'radio', choice('a')), label: '' }] }],
    ['an unknown kind', { groups: [{ ...group('x', 'radio', choice('a')), kind: 'list' as 'radio' }] }],
    ['a field too many', { groups: [{ ...group('x', 'radio', choice('a')), icon: 'x' } as VisitFormGroup] }],
  ])('refuses %s', (_what, form) => {
    expect(visitForm.safeParse(form).success).toBe(false);
  });

  it('takes a choice and a group of one key: they are not confused', () => {
    expect(visitForm.safeParse({ groups: [group('x', 'radio', choice('x'))] }).success).toBe(true);
  });
});

describe('DEFAULT_VISIT_FORM', () => {
  it('asks what the customer’s text asks', () => {
    const labels = (key: string): string[] | undefined =>
      visibleGroups(DEFAULT_VISIT_FORM, { 'visite-action': ['proposition'] })
        .find((one) => one.key === key)
        ?.choices.map(({ label }) => label);
    expect(labels('contact')).toEqual(['Visite', 'Téléphone', 'Mail', 'Agence']);
    expect(labels('visite-type')).toEqual(['Visite commerciale avec rdv', 'Visite commerciale sans rdv']);
    expect(labels('visite-action')).toEqual([
      'Commande',
      'Livraison',
      'Relevé de parc',
      'Remise de proposition',
    ]);
    expect(labels('proposition-type')).toEqual([
      'Agraire',
      'TP',
      'GC',
      'PL & PLP',
      'Lubrifiant',
      'Flotte entreprise',
    ]);
  });
});

describe('visibleGroups', () => {
  it('shows the top groups at first', () => {
    expect(keysOf(visibleGroups(THREE_LEVELS, {}))).toEqual(['top', 'last']);
  });

  it('shows what a ticked choice opens, where it stands, level by level', () => {
    expect(keysOf(visibleGroups(THREE_LEVELS, { top: ['a', 'b'] }))).toEqual(['top', 'inner', 'last']);
    expect(keysOf(visibleGroups(THREE_LEVELS, { top: ['b'], inner: ['d'] }))).toEqual([
      'top',
      'inner',
      'deep',
      'last',
    ]);
  });

  it('hides a level whose opener is not ticked any more, though its answers are still there', () => {
    expect(keysOf(visibleGroups(THREE_LEVELS, { top: ['a'], inner: ['d'], deep: ['e'] }))).toEqual([
      'top',
      'last',
    ]);
  });

  it('does with groups named like what every object has', () => {
    const form: VisitForm = { groups: [group('constructor', 'radio', choice('a'))] };
    expect(keysOf(visibleGroups(form, {}))).toEqual(['constructor']);
    expect(describeAnswers({}, form)).toBe('');
    expect(checkAnswers({}, form)).toBeNull();
  });
});

describe('checkAnswers', () => {
  it.each<[string, VisitAnswers]>([
    ['none', {}],
    ['an empty list', { contact: [] }],
    ['an empty list of a group that is no more', { autrefois: [] }],
    ['one radio button', { contact: ['mail'] }],
    ['several boxes', { 'visite-action': ['commande', 'livraison'] }],
    ['a second level', { 'visite-action': ['proposition'], 'proposition-type': ['tp', 'pl'] }],
    ['a second level left open', { 'visite-action': ['proposition'] }],
  ])('lets through: %s', (_what, answers) => {
    expect(checkAnswers(answers, DEFAULT_VISIT_FORM)).toBeNull();
  });

  it.each<[string, VisitAnswers, string, string]>([
    ['a group that is no more', { autrefois: ['x'] }, 'ANSWER_UNKNOWN', 'answers.autrefois'],
    ['a choice that is no more', { contact: ['pigeon'] }, 'ANSWER_UNKNOWN', 'answers.contact'],
    [
      'one good choice and one bad',
      { 'visite-action': ['commande', 'x'] },
      'ANSWER_UNKNOWN',
      'answers.visite-action',
    ],
    ['a choice of another group', { contact: ['commande'] }, 'ANSWER_UNKNOWN', 'answers.contact'],
    [
      'a second level whose opener is not ticked',
      { 'proposition-type': ['tp'] },
      'ANSWER_UNKNOWN',
      'answers.proposition-type',
    ],
    ['two radio buttons', { contact: ['visite', 'mail'] }, 'ANSWER_NOT_SINGLE', 'answers.contact'],
    ['one radio button twice', { contact: ['visite', 'visite'] }, 'ANSWER_NOT_SINGLE', 'answers.contact'],
  ])('refuses %s', (_what, answers, code, field) => {
    expect(checkAnswers(answers, DEFAULT_VISIT_FORM)).toMatchObject({ code, field });
  });

  it('names the group in its sentence', () => {
    expect(checkAnswers({ contact: ['visite', 'mail'] }, DEFAULT_VISIT_FORM)?.message).toBe(
      '« Type de contact » n’accepte qu’une réponse.',
    );
  });

  it('never throws, whatever the keys', () => {
    const keys = fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty'),
    );
    fc.assert(
      fc.property(fc.dictionary(keys, fc.array(fc.string())), (answers) => {
        if (!visitAnswers.safeParse(answers).success) return;
        checkAnswers(answers, DEFAULT_VISIT_FORM);
        describeAnswers(answers, DEFAULT_VISIT_FORM);
      }),
    );
  });
});

describe('describeAnswers', () => {
  it.each<[VisitAnswers, string]>([
    [{}, ''],
    [{ contact: ['visite'] }, 'Visite'],
    [{ 'visite-action': ['livraison', 'commande'], contact: ['visite'] }, 'Visite · Commande · Livraison'],
    [
      { contact: ['visite'], 'visite-action': ['proposition'], 'proposition-type': ['pl', 'agraire'] },
      'Visite · Remise de proposition (Agraire, PL & PLP)',
    ],
    [{ 'visite-action': ['proposition'] }, 'Remise de proposition'],
    [{ contact: ['pigeon'], autrefois: ['x'] }, ''],
    [{ 'proposition-type': ['tp'] }, ''],
  ])('says of %j: %p', (answers, words) => {
    expect(describeAnswers(answers, DEFAULT_VISIT_FORM)).toBe(words);
  });

  it('nests as deep as the form', () => {
    expect(describeAnswers({ top: ['b'], inner: ['d'], deep: ['e'] }, THREE_LEVELS)).toBe('B (D (E))');
  });

  it('says something of every answer that the form takes', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        if (checkAnswers(answers, DEFAULT_VISIT_FORM) !== null) return;
        const words = describeAnswers(answers, DEFAULT_VISIT_FORM);
        for (const { key, choices } of visibleGroups(DEFAULT_VISIT_FORM, answers)) {
          for (const ticked of answers[key] ?? []) {
            expect(words).toContain(choices.find((one) => one.key === ticked)?.label);
          }
        }
      }),
    );
  });
});

describe('hasQuote', () => {
  it('counts the choice that is marked, whatever its name', () => {
    expect(hasQuote(DEFAULT_VISIT_FORM, { 'visite-action': ['commande', 'proposition'] })).toBe(true);
    expect(hasQuote(DEFAULT_VISIT_FORM, { 'visite-action': ['commande'] })).toBe(false);
    expect(hasQuote(DEFAULT_VISIT_FORM, {})).toBe(false);
  });

  it('does not count what the form no longer shows', () => {
    expect(hasQuote({ groups: [] }, { 'visite-action': ['proposition'] })).toBe(false);
  });
});
