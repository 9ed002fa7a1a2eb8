import { DEFAULT_VISIT_FORM, type HistoryEntry } from '@tournee/graphql';
import { historyRow, isDispute } from './history-rows.ts';

const TODAY = '2026-11-24';

function entry(changes: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    num: 12,
    origine: 'CRV',
    date: '2026-10-13',
    heure: '14:30',
    cUser: 'GA00',
    auteur: 'Isabelle Garnier',
    objet: 'Visite du 13/10/2026',
    commentaire: 'Souhaite une offre. saisie via le CRM',
    operation: null,
    answers: null,
    state: null,
    reason: null,
    ...changes,
  };
}

const row = (changes: Partial<HistoryEntry> = {}) => historyRow(entry(changes), DEFAULT_VISIT_FORM, TODAY);

describe('historyRow', () => {
  it('writes day, hour, author and comment without the mark', () => {
    expect(row()).toMatchObject({
      key: 'relation-12',
      day: '13/10/2026',
      hour: '14:30',
      isOdd: false,
      author: 'Isabelle Garnier',
      comment: 'Souhaite une offre.',
      pill: null,
    });
  });

  it('marks a visit made before the client account existed, without the prefix of its object', () => {
    const marked = row({ objet: '[PROSPECT] Visite du 13/10/2026' });
    expect([marked.isFromProspect, marked.object]).toEqual([true, 'Visite du 13/10/2026']);
    expect(row().isFromProspect).toBe(false);
  });

  it('falls back to the user code for an unknown author', () => {
    expect(row({ auteur: null }).author).toBe('GA00');
    expect(row({ auteur: null, cUser: null }).author).toBe('');
  });

  it('shows the odd dates and hours of an old base sanely', () => {
    expect(row({ date: '1900-01-01', heure: '25:99' })).toMatchObject({
      day: 'Sans date',
      hour: '',
      isOdd: false,
    });
    expect(row({ date: null, heure: null })).toMatchObject({ day: 'Sans date', hour: '' });
    expect(row({ date: '2099-12-31', heure: '9:5' })).toMatchObject({
      day: '31/12/2099',
      hour: '09:05',
      isOdd: true,
    });
  });

  it('puts the ticked answers in words', () => {
    expect(row({ answers: { contact: ['telephone'] } }).answers).toBe('Téléphone');
    expect(row({ answers: 'broken' }).answers).toBe('');
  });

  it('keeps the key of a visit when winpneu gets its row', () => {
    const operation = 'VC_GA00_20261124T101500123_7f3a9c2k';
    expect(row({ num: null, operation, state: 'pending' }).key).toBe(row({ num: 99, operation }).key);
  });

  it('marks what is not sent yet, and what was refused with its reason', () => {
    expect(row({ state: 'pending' }).pill).toEqual({ text: 'en attente d’envoi', tone: 'warn' });
    expect(row({ state: 'integrated' }).pill).toBeNull();
    const refused = row({
      state: 'rejected',
      reason: { code: 'VISIT_TOO_OLD', message: 'Trop tôt.', field: 'date' },
    });
    expect(refused.pill).toEqual({ text: 'refusée', tone: 'bad' });
    expect(refused.reason).toBe('Trop tôt.');
  });

  it('marks a dispute', () => {
    expect(isDispute(entry({ origine: 'LIT' }))).toBe(true);
    expect(row({ origine: 'LIT' }).pill).toEqual({ text: 'litige', tone: 'bad' });
  });
});
