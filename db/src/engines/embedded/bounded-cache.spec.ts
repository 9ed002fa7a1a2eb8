import { BoundedCache } from './bounded-cache.ts';

describe('BoundedCache', () => {
  it('drops what was not used for longest', () => {
    const cache = new BoundedCache<number>(6);
    cache.set('aa', 1);
    cache.set('bb', 2);
    cache.set('cc', 3);
    cache.get('aa');
    cache.set('dd', 4);
    expect(['aa', 'bb', 'cc', 'dd'].map((key) => cache.get(key))).toEqual([1, undefined, 3, 4]);
  });

  it('keeps the newest entry alone when it is too heavy for all others', () => {
    const cache = new BoundedCache<number>(6);
    cache.set('aa', 1);
    cache.set('a long statement', 2);
    expect([cache.get('aa'), cache.get('a long statement')]).toEqual([undefined, 2]);
  });

  it('weighs a key once, and nothing after it is emptied', () => {
    const cache = new BoundedCache<number>(4);
    cache.set('aa', 1);
    cache.set('aa', 2);
    cache.set('bb', 3);
    expect([cache.get('aa'), cache.get('bb')]).toEqual([2, 3]);
    cache.clear();
    cache.set('cccc', 4);
    expect([cache.get('aa'), cache.get('cccc')]).toEqual([undefined, 4]);
  });
});
