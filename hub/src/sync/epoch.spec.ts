import { epochOf, originOf } from './epoch.ts';

describe('epochOf', () => {
  it('does not depend on the order of the scopes', () => {
    expect(epochOf(['a', 'b'], 'x')).toBe(epochOf(['b', 'a'], 'x'));
  });

  it('changes with the scopes and with the feed', () => {
    expect(new Set([epochOf(['a'], 'x'), epochOf(['a', 'b'], 'x'), epochOf(['a'], 'y')]).size).toBe(3);
  });
});

describe('originOf', () => {
  it('reads back where a device started', () => {
    expect(originOf(epochOf(['a'], 'x'), ['a'], 'x')).toBe(0);
    expect(originOf(epochOf(['a'], 'x', 42), ['a'], 'x')).toBe(42);
  });

  it('is null for other scopes, another feed, and what is no epoch', () => {
    for (const epoch of [epochOf(['b'], 'x'), epochOf(['a'], 'y', 42), '', 'x', `${epochOf(['a'], 'x')}.`]) {
      expect(originOf(epoch, ['a'], 'x')).toBeNull();
    }
  });
});
