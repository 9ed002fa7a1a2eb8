import { setTimeout } from 'node:timers/promises';
import { isLockTimeout } from '../engine-errors.ts';
import { WriteQueue } from './write-queue.ts';

describe('WriteQueue', () => {
  it('gives turns in the order in which they were asked for', async () => {
    const queue = new WriteQueue();
    const order: number[] = [];
    const writers = [1, 2, 3].map(async (writer) => {
      const release = await queue.take(1000);
      order.push(writer);
      await setTimeout(1);
      release();
    });
    await Promise.all(writers);
    expect(order).toEqual([1, 2, 3]);
  });

  it('refuses a turn that does not come in time, and forgets it', async () => {
    const queue = new WriteQueue();
    const release = await queue.take(1000);
    const refused = await queue.take(5).catch((error: unknown) => error);
    expect(isLockTimeout(refused)).toBe(true);
    release();
    const next = await queue.take(5);
    next();
  });

  it('is patient while the queue moves, though a turn takes longer to come than one may last', async () => {
    const queue = new WriteQueue();
    const writers = Array.from({ length: 6 }, async () => {
      const release = await queue.take(400);
      await setTimeout(120);
      release();
    });
    await expect(Promise.all(writers)).resolves.toHaveLength(6);
  });

  it('is not patient for ever', async () => {
    const queue = new WriteQueue();
    const writers = Array.from({ length: 60 }, async () => {
      const release = await queue.take(20);
      await setTimeout(10);
      release();
    });
    const outcomes = await Promise.allSettled(writers);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ reason }) => isLockTimeout(reason))).toBe(true);
  });

  it('ends a turn once, however often it is said', async () => {
    const queue = new WriteQueue();
    const first = await queue.take(1000);
    first();
    const second = await queue.take(1000);
    first();
    await expect(queue.take(5)).rejects.toMatchObject({ number: 1222 });
    second();
  });
});
