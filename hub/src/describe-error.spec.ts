import { describeError, errorSentence } from './describe-error.ts';

describe('describeError', () => {
  it('keeps name, message, code and places', () => {
    const described = describeError(Object.assign(new TypeError('no such thing'), { code: 'E1' }));
    expect(described).toMatchObject({ name: 'TypeError', message: 'no such thing', code: 'E1' });
    expect(described.stack?.[0]).toMatch(/^at /);
  });

  it('says nothing of what a statement held', () => {
    const cause = Object.assign(new Error("String would be truncated. Truncated value: 'GARAGE DUPONT'"), {
      number: 2628,
    });
    const error = Object.assign(new Error('Failed query: insert …\nparams: GARAGE DUPONT,secret'), {
      params: ['GARAGE DUPONT', 'secret'],
      cause,
    });
    const text = JSON.stringify(describeError(error));
    expect(text).not.toMatch(/DUPONT|secret/);
    expect(text).toContain('2628');
  });

  it('takes anything that was thrown', () => {
    expect(describeError('a text')).toEqual({ name: 'string', message: 'not an Error' });
  });

  it('does not follow causes for ever', () => {
    const error = new Error('a');
    error.cause = error;
    expect(() => JSON.stringify(describeError(error))).not.toThrow();
  });
});

describe('errorSentence', () => {
  it('tells what went wrong and why, without what a statement held', () => {
    const cause = Object.assign(new Error("Truncated value: 'GARAGE DUPONT'"), { number: 2628 });
    const query = Object.assign(new Error('Failed query\nparams: GARAGE DUPONT'), {
      params: ['GARAGE DUPONT'],
      cause,
    });
    expect(errorSentence(new Error('refresh failed', { cause: query }))).toBe(
      'refresh failed – a statement failed – a statement failed (2628)',
    );
    expect(errorSentence('a text')).toBe('a text');
    expect(errorSentence(undefined)).toBe('unknown error');
  });
});
