import { turnoverDifference } from './turnover-difference.ts';

const plain = (text: string | undefined) => text?.replace(/\s/g, ' ');

describe('turnoverDifference', () => {
  it('is a percentage of N-1 to date', () => {
    const difference = turnoverDifference({ cumul: 18_420, cumulN1: 16_430 });
    expect(plain(difference?.text)).toBe('+ 12 %');
    expect(difference?.tone).toBe('ok');
  });

  it('writes a true minus sign', () => {
    expect(plain(turnoverDifference({ cumul: 50, cumulN1: 100 })?.text)).toBe('− 50 %');
  });

  it('is in euros when N-1 is zero', () => {
    expect(plain(turnoverDifference({ cumul: 1200, cumulN1: 0 })?.text)).toBe('+ 1 200 €');
  });

  it('is in euros when N-1 is a credit balance', () => {
    const difference = turnoverDifference({ cumul: -500, cumulN1: -200 });
    expect(plain(difference?.text)).toBe('− 300 €');
    expect(difference?.tone).toBe('bad');
  });

  it('is in euros when the percentage would be absurd', () => {
    expect(plain(turnoverDifference({ cumul: 30_000, cumulN1: 12 })?.text)).toBe('+ 29 988 €');
  });

  it('says stable below half a percent', () => {
    expect(turnoverDifference({ cumul: 10_001, cumulN1: 10_000 })).toEqual({ text: 'stable', tone: 'none' });
    expect(turnoverDifference({ cumul: 70, cumulN1: 70 })).toEqual({ text: 'stable', tone: 'none' });
  });

  it('says nothing when there is nothing to compare', () => {
    expect(turnoverDifference({ cumul: 0, cumulN1: 0 })).toBeNull();
  });
});
