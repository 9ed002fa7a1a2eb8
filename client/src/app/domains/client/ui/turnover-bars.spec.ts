import { turnoverBars } from './turnover-bars.ts';

const year = (...amounts: number[]) => [...amounts, ...Array<number>(12 - amounts.length).fill(0)];

describe('turnoverBars', () => {
  it('puts both years on one scale', () => {
    const { months, zero } = turnoverBars({ mois: year(50), moisN1: year(100) });
    expect(zero).toBe(100);
    expect(months[0]?.past).toEqual({ y: 0, height: 100 });
    expect(months[0]?.current).toEqual({ y: 50, height: 50 });
  });

  it('hangs a negative month below the zero line', () => {
    const { months, zero } = turnoverBars({ mois: year(75, -25), moisN1: year() });
    expect(zero).toBe(75);
    expect(months[1]?.current).toEqual({ y: 75, height: 25 });
  });

  it('draws nothing for a client without turnover', () => {
    const { months } = turnoverBars({ mois: [], moisN1: [] });
    expect(months).toHaveLength(12);
    expect(months.every(({ current, past }) => current.height === 0 && past.height === 0)).toBe(true);
  });
});
