import { appPolicy, SHELL_POLICY } from './content-security-policy.ts';

function directive(policy: string, name: string): string | undefined {
  return policy.split('; ').find((part) => part.startsWith(`${name} `));
}

describe('appPolicy', () => {
  it('lets the app talk to the chosen hub and its own files only', () => {
    expect(directive(appPolicy('https://hub.exemple.fr'), 'connect-src')).toBe(
      "connect-src 'self' https://hub.exemple.fr",
    );
  });

  it('lets the app talk to its own files only as long as no hub is chosen', () => {
    expect(directive(appPolicy(null), 'connect-src')).toBe("connect-src 'self'");
  });

  it.each([
    "https://hub.exemple.fr; script-src 'unsafe-inline'",
    'https://;',
    'https://*',
    'https://*.fr',
    'https://hub.exemple.fr https://evil.fr',
    'https://hub.exemple.fr/',
    'https:',
    '*',
    "'self'",
  ])('is not written for %p, which is no plain origin', (hub) => {
    expect(() => appPolicy(hub)).toThrow('not an origin');
  });

  it.each(['http://localhost:4000', 'http://[::1]:4000', 'https://192.168.1.10'])(
    'is written for %s',
    (hub) => {
      expect(directive(appPolicy(hub), 'connect-src')).toBe(`connect-src 'self' ${hub}`);
    },
  );

  it('runs no inline script, no eval, no foreign code', () => {
    expect(directive(appPolicy('https://hub.exemple.fr'), 'script-src')).toBe("script-src 'self'");
  });

  it('denies what it does not name', () => {
    expect(directive(appPolicy(null), 'default-src')).toBe("default-src 'none'");
    expect(directive(appPolicy(null), 'frame-ancestors')).toBe("frame-ancestors 'none'");
    expect(directive(appPolicy(null), 'form-action')).toBe("form-action 'none'");
  });
});

describe('SHELL_POLICY', () => {
  it('gives the shell page no network at all', () => {
    expect(directive(SHELL_POLICY, 'connect-src')).toBeUndefined();
    expect(directive(SHELL_POLICY, 'default-src')).toBe("default-src 'none'");
  });
});
