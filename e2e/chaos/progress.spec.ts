import { Stalled, whileItMoves } from './progress.ts';

describe('whileItMoves', () => {
  const stallMs = 300;

  it('waits many times as long as it takes to stall, while something moves', async () => {
    let left = 12;
    const startedAt = performance.now();
    await whileItMoves({
      what: 'It did not end',
      isOver: () => left === 0,
      progress: () => left,
      attempt: async () => {
        await new Promise((resolve) => setTimeout(resolve, stallMs / 3));
        left -= 1;
      },
      stallMs,
    });
    expect(performance.now() - startedAt).toBeGreaterThan(2 * stallMs);
  });

  it('gives up what stands still, and says what that was', async () => {
    let tries = 0;
    const attempt = (): Promise<void> => {
      tries += 1;
      return Promise.resolve();
    };
    const wait = { what: 'It did not end', isOver: () => false, progress: () => 1, attempt, stallMs };
    await expect(whileItMoves(wait)).rejects.toThrow(new Stalled('It did not end', stallMs));
    expect(tries).toBeGreaterThan(1);
  });
});
