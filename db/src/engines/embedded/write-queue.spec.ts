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
