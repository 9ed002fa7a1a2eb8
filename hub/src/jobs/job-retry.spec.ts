import { attemptAfter, RETRY_DELAYS } from './job-retry.ts';

describe('attemptAfter', () => {
  it('waits longer before each retry, then gives up', () => {
    const attempts = [0, 1, 2, 3].map((failures) => attemptAfter(failures));
    expect(attempts.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(attempts.map(({ retryIn }) => retryIn)).toEqual([...RETRY_DELAYS, null]);
  });

  it('starts anew with the next run of the schedule', () => {
    expect(attemptAfter(RETRY_DELAYS.length + 1)).toEqual(attemptAfter(0));
  });

  it('knows jobs without retries', () => {
    expect([0, 1].map((failures) => attemptAfter(failures, []))).toEqual([
      { number: 1, retryIn: null },
      { number: 1, retryIn: null },
    ]);
  });
});
