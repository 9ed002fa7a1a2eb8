import { Turns, type TurnLimits } from './turns.ts';

const LIMITS: TurnLimits = { atOnce: 2, waiting: 2, patienceMs: 10_000 };
const stays = new AbortController().signal;

let turns: Turns;
beforeEach(() => {
  turns = new Turns();
});
const take = (key = 'a', signal = stays, limits = LIMITS) => turns.take(key, limits, signal);

async function isWaiting(turn: Promise<unknown>): Promise<boolean> {
  const soon = new Promise((resolve) => setImmediate(resolve, 'waiting'));
  return (await Promise.race([turn, soon])) === 'waiting';
}

describe('turns', () => {
  it('come at once up to the limit, then one for each that is given back, in the order of asking', async () => {
    const [first] = await Promise.all([take(), take()]);
    const [third, fourth] = [take(), take()];
    expect(await isWaiting(third)).toBe(true);
    first?.();
    first?.();
    expect(await third).not.toBeNull();
    expect(await isWaiting(fourth)).toBe(true);
    (await third)?.();
    expect(await fourth).not.toBeNull();
  });

  it('are refused beyond the queue, and to nobody else', async () => {
    await Promise.all([take(), take()]);
    void take();
    void take();
    expect(await take()).toBeNull();
    expect(await take('b')).not.toBeNull();
  });

  it('do not come to whoever lost patience or left, and the next takes their place', async () => {
    const [first] = await Promise.all([take(), take()]);
    expect(await take('a', stays, { ...LIMITS, patienceMs: 1 })).toBeNull();
    const leaving = new AbortController();
    const left = take('a', leaving.signal);
    const next = take();
    leaving.abort();
    expect(await left).toBeNull();
    first?.();
    expect(await next).not.toBeNull();
  });
});
