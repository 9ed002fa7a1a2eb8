import { DEFAULT_VISIT_FORM, type VisitPayload } from '@tournee/graphql';
import { normalHour, shownGroups, toggleChoice, visibleAnswers, visitFault } from './visit-draft.ts';

const form = DEFAULT_VISIT_FORM;
const contact = { key: 'contact', kind: 'radio' } as const;
const action = { key: 'visite-action', kind: 'checkbox' } as const;
const proposition = { key: 'proposition-type', kind: 'checkbox' } as const;

describe('normalHour', () => {
  it.each([
    ['10:15', '10:15'],
    ['9h15', '09:15'],
    ['915', '09:15'],
    ['9', '09:00'],
    ['9:5', '09:05'],
    [' 17 h 30 ', '17:30'],
  ])('reads %s', (text, hour) => {
    expect(normalHour(text)).toBe(hour);
  });

  it.each(['25:99', 'midi', ''])('leaves %s as typed', (text) => {
    expect(normalHour(text)).toBe(text);
  });
});

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

describe('visitFault', () => {
  const visit: VisitPayload = { date: '2026-11-24', heure: '10:15', commentaire: '', answers: null };
  const accept = () => null;

  it('accepts a visit without a comment', () => {
    expect(visitFault(visit, accept)).toBeNull();
  });

  it('names the field at fault', () => {
    expect(visitFault({ ...visit, date: '' }, accept)?.field).toBe('date');
    expect(visitFault({ ...visit, date: '2026-02-30' }, accept)?.field).toBe('date');
    expect(visitFault({ ...visit, heure: '25:99' }, accept)?.field).toBe('heure');
    expect(visitFault({ ...visit, commentaire: 'x'.repeat(8001) }, accept)?.field).toBe('commentaire');
  });

  it('hands a well-formed visit to the rule', () => {
    const reason = { code: 'VISIT_IN_FUTURE', message: 'Non.', field: 'date' };
    expect(visitFault(visit, () => reason)).toBe(reason);
  });
});
