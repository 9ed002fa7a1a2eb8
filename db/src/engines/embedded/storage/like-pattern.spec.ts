import { isLike } from './like-pattern.ts';

describe('isLike', () => {
  it.each([
    ['TRANSPORTS CLÉMENT', 'transports%', true],
    ['TRANSPORTS CLÉMENT', '%clement', false],
    ['TRANSPORTS CLÉMENT', '%clément', true],
    ['abc', 'a_c', true],
    ['abc', 'a_', false],
    ['a1', 'a[0-9]', true],
    ['ab', 'a[^0-9]', true],
    ['a]', 'a]', true],
    ['a.c', 'a.c', true],
    ['abc', 'a.c', false],
    ['a\nb', 'a%b', true],
    ['a^', 'a[\\^]', true],
    ['🚜!', '_!', true],
    ['', '%', true],
  ])('« %s » like « %s » is %s', (value, pattern, expected) => {
    expect(isLike(value, pattern, null, true)).toBe(expected);
  });

  it('takes the character after the escape as it is', () => {
    expect([isLike('50 %', '50 !%', '!', true), isLike('50 x', '50 !%', '!', true)]).toEqual([true, false]);
  });

  it('looks at letters alone without accents', () => {
    expect(isLike('ŒUVRARD Éléonore', 'oeuvrard ELEO%', null, false)).toBe(true);
  });
});
