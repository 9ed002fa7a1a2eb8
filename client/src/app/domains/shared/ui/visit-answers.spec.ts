import { DEFAULT_VISIT_FORM } from '@tournee/graphql';
import { shownGroups, toggleChoice, visibleAnswers } from './visit-answers.ts';

const form = DEFAULT_VISIT_FORM;
const contact = { key: 'contact', kind: 'radio' } as const;
const action = { key: 'visite-action', kind: 'checkbox' } as const;
const proposition = { key: 'proposition-type', kind: 'checkbox' } as const;

describe('toggleChoice', () => {
  it('keeps one choice of a radio group, and lets it go again', () => {
    const one = toggleChoice(form, {}, contact, 'visite');
    const other = toggleChoice(form, one, contact, 'mail');
    expect(other).toEqual({ contact: ['mail'] });
    expect(toggleChoice(form, other, contact, 'mail')).toEqual({});
  });

  it('keeps any number of a checkbox group', () => {
    const both = toggleChoice(form, toggleChoice(form, {}, action, 'commande'), action, 'livraison');
    expect(both).toEqual({ 'visite-action': ['commande', 'livraison'] });
  });

  it('drops the answers of a group that disappears with its parent', () => {
    let answers = toggleChoice(form, {}, action, 'proposition');
    answers = toggleChoice(form, answers, proposition, 'agraire');
    expect(answers['proposition-type']).toEqual(['agraire']);
    expect(toggleChoice(form, answers, action, 'proposition')).toEqual({});
  });
});

describe('shownGroups', () => {
  it('puts a group right after the one that opened it', () => {
    const shown = shownGroups(form, { 'visite-action': ['proposition'] });
    expect(shown.map(({ group, depth }) => `${group.key} ${String(depth)}`)).toEqual([
      'contact 0',
      'visite-type 0',
      'visite-action 0',
      'proposition-type 1',
    ]);
  });
});

describe('visibleAnswers', () => {
  it('leaves out what the form no longer has', () => {
    expect(visibleAnswers(form, { contact: ['visite'], ancien: ['x'] })).toEqual({ contact: ['visite'] });
  });
});
