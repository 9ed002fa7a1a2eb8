import { parseDatabaseUrl } from './database-url.ts';
import { BadDatabaseUrl } from './engine-errors.ts';

describe('parseDatabaseUrl', () => {
  it.each([
    ['sqlite:./data/hub.sqlite', './data/hub.sqlite', 'full'],
    ['sqlite:/var/data/hub.sqlite', '/var/data/hub.sqlite', 'full'],
    ['sqlite:///var/data/hub.sqlite', '/var/data/hub.sqlite', 'full'],
    ['sqlite:C:\\Données\\hub.sqlite', 'C:\\Données\\hub.sqlite', 'full'],
    ['sqlite:hub.sqlite?synchronous=normal', 'hub.sqlite', 'normal'],
  ])('reads the file of %s', (url, file, synchronous) => {
    expect(parseDatabaseUrl(url)).toEqual({ engine: 'embedded', file, synchronous });
  });

  it('reads the server, and decodes user, password and base', () => {
    const url =
      'mssql://tourn%C3%A9e:p%40ss%2Fw%3Ard@srv-sql:1435/win%20pneu?encrypt=false&trustServerCertificate=true';
    expect(parseDatabaseUrl(url)).toEqual({
      engine: 'sql-server',
      server: 'srv-sql',
      port: 1435,
      user: 'tournée',
      password: 'p@ss/w:rd',
      database: 'win pneu',
      encrypt: false,
      trustServerCertificate: true,
    });
  });

  it('encrypts and checks the certificate unless told otherwise, on port 1433', () => {
    const address = parseDatabaseUrl('mssql://a:b@host/winpneu');
    expect(address).toMatchObject({ port: 1433, encrypt: true, trustServerCertificate: false });
  });

  it.each([
    ['', 'empty'],
    ['postgres://a:b@host/base', 'postgres:'],
    ['hub.sqlite', 'cannot be read'],
    ['sqlite:', 'no file'],
    ['sqlite::memory:', 'memory'],
    ['sqlite:hub.sqlite?mode=ro', 'mode'],
    ['mssql://a:b@host', 'name of the database'],
    ['mssql://:b@host/base', 'the user'],
    ['mssql://a@host/base', 'the password'],
    ['mssql://a:%E0%A4%A@host/base', 'cannot be read'],
    ['mssql://a:b@host/base?encrypt=yes', 'encrypt=yes'],
    ['mssql://a:b@host/base?ssl=true', 'ssl'],
  ])('refuses "%s" with a sentence', (url, word) => {
    expect(() => parseDatabaseUrl(url)).toThrow(BadDatabaseUrl);
    expect(() => parseDatabaseUrl(url)).toThrow(word);
  });

  it('never repeats the password', () => {
    expect(() => parseDatabaseUrl('mssql://a:s3cret@host/base?ssl=true')).not.toThrow('s3cret');
  });
});
