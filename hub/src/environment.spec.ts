import { join, resolve } from 'node:path';
import { readEnvironment } from './environment.ts';
import { StartupProblem } from './startup-problem.ts';

describe('readEnvironment', () => {
  it('has a default for every variable', () => {
    const dataFolder = resolve('data');
    expect(readEnvironment({})).toEqual({
      port: 4000,
      dataFolder,
      logFolder: join(dataFolder, 'logs'),
      databaseUrl: `sqlite:${join(dataFolder, 'hub.sqlite')}`,
      smtpUrl: null,
      secret: null,
      trustedProxies: [],
      isProduction: true,
    });
  });

  it('takes what is given', () => {
    const secret = 'x'.repeat(32);
    expect(
      readEnvironment({
        TOURNEE_PORT: '8080',
        TOURNEE_DATA: '/srv/tournee',
        DATABASE_URL: 'mssql://a:b@host/winpneu',
        SMTP_URL: 'smtps://mail',
        TOURNEE_SECRET: secret,
        TOURNEE_TRUSTED_PROXIES: '10.0.0.5, 10.1.0.0/16',
        TOURNEE_DEV: '1',
      }),
    ).toEqual({
      port: 8080,
      dataFolder: '/srv/tournee',
      logFolder: '/srv/tournee/logs',
      databaseUrl: 'mssql://a:b@host/winpneu',
      smtpUrl: 'smtps://mail',
      secret,
      trustedProxies: ['10.0.0.5', '10.1.0.0/16'],
      isProduction: false,
    });
  });

  it('counts an empty variable as unset', () => {
    expect(readEnvironment({ TOURNEE_PORT: '', TOURNEE_DEV: ' ' }).port).toBe(4000);
  });

  it.each([
    [{ TOURNEE_PORT: 'http' }, 'Bad environment: TOURNEE_PORT must be a port number between 0 and 65535.'],
    [{ TOURNEE_PORT: '70000' }, 'Bad environment: TOURNEE_PORT must be a port number between 0 and 65535.'],
    [
      { DATABASE_URL: 'postgres://x' },
      'Bad environment: DATABASE_URL must start with "sqlite:" or "mssql:".',
    ],
    [
      { SMTP_URL: 'smtp://' },
      'Bad environment: SMTP_URL must name a server, such as "smtp://mail.example.fr:587".',
    ],
    [{ TOURNEE_SECRET: 'short' }, 'Bad environment: TOURNEE_SECRET must have at least 32 characters.'],
    [
      { TOURNEE_TRUSTED_PROXIES: '10.0.0.5, proxy' },
      'Bad environment: TOURNEE_TRUSTED_PROXIES must be addresses or networks, such as "10.0.0.5, 10.1.0.0/16".',
    ],
    [{ TOURNEE_DEV: 'yes' }, 'Bad environment: TOURNEE_DEV must be "1" or "0".'],
  ])('refuses %j in one sentence', (env, message) => {
    expect(() => readEnvironment(env)).toThrow(new StartupProblem(message));
  });

  it('never repeats a value: it may hold a password', () => {
    expect(() => readEnvironment({ DATABASE_URL: 'oracle://scott:tiger@host' })).not.toThrow(/tiger/);
  });
});
