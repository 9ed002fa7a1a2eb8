import { describeError } from './describe-error.ts';

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
