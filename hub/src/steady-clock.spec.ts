import { createSteadyClock } from './steady-clock.ts';

const DAY = 86_400_000;

/** A wall clock and one that nobody can set, both moved by hand. */
function clocks() {
  let wall = Date.parse('2026-11-24T09:00:00.000Z');
  let monotonic = 0;
  return {
    clock: { now: () => new Date(wall) },
    monotonic: () => monotonic,
    pass(milliseconds: number): void {
      wall += milliseconds;
      monotonic += milliseconds;
    },
    set(milliseconds: number): void {
      wall += milliseconds;
    },
  };
}

async function isSteady(whenSteady: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
  return whenSteady(AbortSignal.timeout(20)).then(
    () => true,
    () => false,
  );
}

describe('createSteadyClock', () => {
  it('believes a clock that went right for a minute, and none that has just begun', async () => {
    const time = clocks();
    const whenSteady = createSteadyClock(time);
    time.pass(59_000);
    expect(await isSteady(whenSteady)).toBe(false);
    time.pass(1_000);
    expect(await isSteady(whenSteady)).toBe(true);
  });

  it('does not believe one that was set a month ahead, nor when it is put right, for a minute each', async () => {
    const time = clocks();
    const whenSteady = createSteadyClock(time);
    time.pass(60_000);
    time.set(30 * DAY);
    expect(await isSteady(whenSteady)).toBe(false);
    time.pass(15_000);
    time.set(-30 * DAY);
    expect(await isSteady(whenSteady)).toBe(false);
    time.pass(60_000);
    expect(await isSteady(whenSteady)).toBe(true);
  });
});
