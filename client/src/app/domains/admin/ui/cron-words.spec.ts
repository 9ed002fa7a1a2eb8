import { loadCronWords } from './cron-words.ts';

describe('loadCronWords', () => {
  it.each([
    ['0 3 * * *', 'À 03:00'],
    ['* * * * *', 'Toutes les minutes'],
    ['*/15 8-18 * * 1-5', 'Toutes les 15 minutes, de 08:00 à 18:59, de lundi à vendredi'],
    ['0 3 * *', null],
    ['n’importe quoi', null],
  ])('reads %s', async (expression, words) => {
    const toWords = await loadCronWords();
    expect(toWords(expression)).toBe(words);
  });
});
