import { momentWords } from './moment-words.ts';

describe('momentWords', () => {
  it('is the time in France, in winter and in summer', () => {
    expect(momentWords('2026-11-24T09:15:00.123Z')).toBe('24/11/2026 10:15');
    expect(momentWords('2026-07-01T22:30:00.000Z')).toBe('02/07/2026 00:30');
  });
});
