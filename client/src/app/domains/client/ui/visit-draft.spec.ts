import type { VisitPayload } from '@tournee/graphql';
import { normalHour, visitFault } from './visit-draft.ts';
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
