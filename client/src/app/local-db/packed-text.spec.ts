import { packedText } from './packed-text.ts';

describe('packedText', () => {
  it.each([
    ['plain', [{ objet: 'Visite du 02/11/2026', answers: null }]],
    ['accents', { commentaire: 'Été, forêt, « neuf »\n\t"cité" \\ ÿ' }],
    ['typography', { commentaire: 'L’œil − 🛞 de l’été \\u2019 \u2028' }],
    ['half a character', { commentaire: 'é \ud83d' }],
    ['keys', { 'clé’': ['’'] }],
  ])('gives back what went in: %s', (_, value) => {
    expect(JSON.parse(packedText(value))).toEqual(value);
  });

  it('needs one byte a character', () => {
    const isNarrow = (text: string): boolean => /^[\0-\u00ff]*$/.test(text);
    expect(isNarrow(packedText({ commentaire: 'L’été' }))).toBe(true);
    expect(packedText({ commentaire: 'L’été' })).toBe('{"commentaire":"L\\u2019\\u00e9t\\u00e9"}');
    // What one byte can say is left as it is.
    expect(packedText({ commentaire: 'été' })).toBe('{"commentaire":"été"}');
  });
});
