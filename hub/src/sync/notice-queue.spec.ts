import { createNoticeQueue } from './notice-queue.ts';

describe('createNoticeQueue', () => {
  it('hands out notices in order, and waits for the next one', async () => {
    const queue = createNoticeQueue(() => undefined);
    queue.put('client', 1);
    queue.put('visit', 2);
    expect(await queue.notices.next()).toEqual({ done: false, value: { collection: 'client', seq: '1' } });
    expect(await queue.notices.next()).toEqual({ done: false, value: { collection: 'visit', seq: '2' } });
    const next = queue.notices.next();
    queue.put('client', 3);
    expect(await next).toEqual({ done: false, value: { collection: 'client', seq: '3' } });
  });

  it('keeps one notice for each collection, the newest, for a slow reader', async () => {
    const queue = createNoticeQueue(() => undefined);
    for (let seq = 1; seq <= 1000; seq += 1) queue.put('client', seq);
    queue.put('client', 5);
    expect(await queue.notices.next()).toEqual({ done: false, value: { collection: 'client', seq: '1000' } });
    queue.end();
    expect(await queue.notices.next()).toEqual({ done: true, value: undefined });
  });

  it('ends a reader that waits, and says when a reader goes away', async () => {
    let isGone = false;
    const queue = createNoticeQueue(() => {
      isGone = true;
    });
    const waiting = queue.notices.next();
    await queue.notices.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect([isGone, queue.isEnded()]).toEqual([true, true]);
    queue.put('client', 1);
    expect((await queue.notices.next()).done).toBe(true);
  });
});
