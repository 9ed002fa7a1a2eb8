import { retryDelay, wait } from './retry-delay.ts';

describe('retryDelay', () => {
  it('grows with each failure, up to a limit', () => {
    const longest = [1, 2, 3, 4, 5, 60, 2000].map((failures) => retryDelay(failures, 1));
    expect(longest).toEqual([500, 1000, 2000, 4000, 4000, 4000, 4000]);
    expect(retryDelay(20, 1, 30_000)).toBe(30_000);
  });

  it('is spread over two fifths of its length', () => {
    expect(retryDelay(4, 0)).toBe(2400);
    expect(retryDelay(4, 0.5)).toBe(3200);
    expect(retryDelay(4, 1)).toBe(4000);
  });
});

describe('wait', () => {
  it('ends when it is cut short, or was before', async () => {
    const stop = new AbortController();
    const started = performance.now();
    const waiting = wait(60_000, stop.signal);
    stop.abort();
    await waiting;
    await wait(60_000, stop.signal);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
