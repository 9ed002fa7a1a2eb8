import { isLockTimeout } from '../engine-errors.ts';
import { Breather, retryWhileBusy } from './waiting.ts';

const busy = (): Error => Object.assign(new Error('database is locked'), { errcode: 5 });

describe('retryWhileBusy', () => {
  it('tries until the file is free, and answers', async () => {
    let tries = 0;
    const answer = await retryWhileBusy(1000, () => {
      tries += 1;
      if (tries < 4) throw busy();
      return 'done';
    });
    expect([answer, tries]).toEqual(['done', 4]);
  });

  it('gives up with a lock timeout after its limit', async () => {
    const failure = await retryWhileBusy(10, () => {
      throw busy();
    }).catch((error: unknown) => error);
    expect(isLockTimeout(failure)).toBe(true);
  });

  it('throws any other error at once', async () => {
    let tries = 0;
    const attempt = retryWhileBusy(1000, () => {
      tries += 1;
      throw new Error('disk image is malformed');
    });
    await expect(attempt).rejects.toThrow('malformed');
    expect(tries).toBe(1);
  });
});

describe('Breather', () => {
  it('lets timers fire during work that never ends by itself', async () => {
    const breather = new Breather();
    const fired: string[] = [];
    setTimeout(() => fired.push('timer'), 1);
    const end = performance.now() + 2000;
    while (fired.length === 0 && performance.now() < end) await breather.breathe();
    expect(fired).toEqual(['timer']);
  });
});
