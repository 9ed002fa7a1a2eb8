import { createSecretBox } from './secret-box.ts';

const box = createSecretBox('secret of the tests, long enough');

describe('SecretBox', () => {
  it('opens what it sealed, and seals the same text differently each time', () => {
    const sealed = box.seal('motdepasse é€');
    expect(box.open(sealed)).toBe('motdepasse é€');
    expect(box.seal('motdepasse é€')).not.toEqual(sealed);
    expect(JSON.stringify(sealed)).not.toContain('motdepasse');
  });

  it('opens nothing under another secret', () => {
    expect(createSecretBox('another secret, also long enough').open(box.seal('x'))).toBeNull();
  });

  it.each([null, undefined, 'x', 1, {}, { sealed: '' }, { sealed: 'AAAA' }, { sealed: 7 }])(
    'opens nothing of %p',
    (stored) => {
      expect(box.open(stored)).toBeNull();
    },
  );
});
