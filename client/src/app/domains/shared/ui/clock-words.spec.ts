import { clockDiffers } from './clock-words.ts';

describe('clockDiffers', () => {
  it.each([
    [61_000, 'avance de 1\u00a0minute'],
    [-90 * 60_000, 'retarde de 90\u00a0minutes'],
    [5 * 3_600_000, 'avance de 5\u00a0heures'],
    [-3 * 86_400_000, 'retarde de 3\u00a0jours'],
  ])('says how far the clock is off (%d ms)', (offset, words) => {
    expect(clockDiffers(offset)).toContain(words);
  });
});
