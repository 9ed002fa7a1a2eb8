import { DrizzleQueryError } from 'drizzle-orm';
import { isDeadlock, isUniqueViolation, sqlError, sqlErrorNumber, sqlErrorNumbers } from './engine-errors.ts';

describe('sqlErrorNumber', () => {
  it('looks through what wraps the error', () => {
    const error = sqlError(sqlErrorNumbers.uniqueIndex, 'Cannot insert duplicate key row.');
    const wrapped = new Error('pushing failed', {
      cause: new DrizzleQueryError('insert …', undefined, error),
    });
    expect([sqlErrorNumber(error), sqlErrorNumber(wrapped)]).toEqual([2601, 2601]);
    expect([isUniqueViolation(wrapped), isDeadlock(wrapped)]).toEqual([true, false]);
  });

  it.each([undefined, null, 'text', new Error('other'), { number: '2601' }])(
    'is undefined for %p',
    (error) => {
      expect(sqlErrorNumber(error)).toBeUndefined();
    },
  );

  it('ends on an error that is its own cause', () => {
    const error = new Error('round');
    error.cause = error;
    expect(sqlErrorNumber(error)).toBeUndefined();
  });
});
