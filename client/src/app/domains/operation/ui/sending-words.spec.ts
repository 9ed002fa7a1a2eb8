import { anOperation } from '../../../local-db/testing/documents.ts';
import { sendingWords, valueWords } from './sending-words.ts';

describe('sendingWords', () => {
  it('names a visit by its own day, and says when it was noted', () => {
    const payload = { date: '2026-11-20', heure: '09:30', commentaire: 'Vu le gérant.', answers: null };
    expect(sendingWords(anOperation({ payload }))).toEqual({
      title: 'Visite du 20/11/2026 à 09:30',
      details: ['Vu le gérant.'],
      day: '24/11/2026',
      hour: '11:15',
    });
  });

  it('tells the fields of a change with both values', () => {
    const payload = {
      changes: { tel1: { from: null, to: '03 20 12 34 56' }, nbJour1: { from: 30, to: 45 } },
    };
    expect(sendingWords(anOperation({ code: 'MP', payload })).details).toEqual([
      'Téléphone\u00a0: vide → 03 20 12 34 56',
      'Nombre de jours\u00a0: 30 → 45',
    ]);
  });

  it('says of a change without fields that it settles a conflict', () => {
    const settled = anOperation({ code: 'MP', payload: { changes: {} }, cites: 'MP_GA00_x' });
    expect(sendingWords(settled).title).toBe('Choix après un conflit');
  });

  it.each([
    ['DR', { date: '2026-12-01' }, 'Date de revoir\u00a0: 01/12/2026'],
    ['DR', { date: null }, 'Date de revoir effacée'],
    ['CP', { nomClient: 'Ferme' }, 'Nouveau prospect'],
    ['XX', {}, 'Saisie XX'],
    ['VC', {}, 'Visite du ?'],
  ])('has words for %s', (code, payload, title) => {
    expect(sendingWords(anOperation({ code, payload })).title).toBe(title);
  });
});

describe('valueWords', () => {
  it('says that a field is empty', () => {
    expect([valueWords(null), valueWords(' '), valueWords(0)]).toEqual(['vide', 'vide', '0']);
  });
});
