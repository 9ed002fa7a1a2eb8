import { HubPool } from './hub-pool.ts';

const order = (pool: HubPool): number[] => pool.order().map(({ port }) => port);

describe('HubPool', () => {
  it('gives each hub its turn, and the others as a second choice', () => {
    const pool = new HubPool();
    for (const port of [1, 2, 3]) pool.add(port);
    const firsts = [order(pool), order(pool), order(pool)];
    expect(firsts.map(([first]) => first).sort()).toEqual([1, 2, 3]);
    expect(firsts.map((ports) => ports.toSorted())).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  it('turns to an unwell hub only when no other is left', () => {
    const pool = new HubPool();
    pool.add(1);
    pool.add(2);
    pool.mark(1, false);
    expect([order(pool), order(pool)]).toEqual([
      [2, 1],
      [2, 1],
    ]);
    pool.mark(2, false);
    expect(order(pool)).toEqual([1, 2]);
    pool.mark(1, true);
    expect(order(pool)).toEqual([1, 2]);
  });

  it('forgets a hub that has ended', () => {
    const pool = new HubPool();
    pool.add(1);
    pool.remove(1);
    pool.mark(1, true);
    expect(order(pool)).toEqual([]);
  });
});
