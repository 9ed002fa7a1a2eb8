import { BadDatabaseUrl } from './engine-errors.ts';
import { engineMessages } from './engine.messages.ts';

export interface EmbeddedAddress {
  readonly engine: 'embedded';
  readonly file: string;
  /** `full`: a committed transaction survives a power cut. `normal`: it survives a killed process only. */
  readonly synchronous: 'full' | 'normal';
}

export interface SqlServerAddress {
  readonly engine: 'sql-server';
  readonly server: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly encrypt: boolean;
  readonly trustServerCertificate: boolean;
}

/**
 * Reads `sqlite:<path>` or `mssql://user:password@host:1433/base?encrypt=true&trustServerCertificate=false`.
 * User, password and base are percent-decoded. A URL that cannot be understood is a BadDatabaseUrl; the sentence
 * never repeats the URL, which holds a password.
 */
export function parseDatabaseUrl(url: string): EmbeddedAddress | SqlServerAddress {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase();
  if (url.trim() === '') throw new BadDatabaseUrl(engineMessages.emptyUrl);
  if (scheme === 'sqlite:') return parseFileUrl(url.slice(scheme.length));
  if (scheme === 'mssql:') return parseServerUrl(url);
  throw new BadDatabaseUrl(
    scheme === undefined ? engineMessages.malformedUrl : engineMessages.unknownScheme(scheme),
  );
}

function parseFileUrl(rest: string): EmbeddedAddress {
  const [path, query] = splitOnce(rest, '?');
  const file = path.replace(/^\/\/(?=\/|[a-z]:)/i, '');
  if (file.trim() === '' || file === '//') throw new BadDatabaseUrl(engineMessages.noFile);
  if (file.includes(':memory:')) throw new BadDatabaseUrl(engineMessages.noMemory);
  let synchronous: 'full' | 'normal' = 'full';
  for (const [name, value] of new URLSearchParams(query)) {
    if (name !== 'synchronous') throw new BadDatabaseUrl(engineMessages.unknownOption(name));
    if (value !== 'full' && value !== 'normal')
      throw new BadDatabaseUrl(engineMessages.badSynchronous(value));
    synchronous = value;
  }
  return { engine: 'embedded', file, synchronous };
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function parseServerUrl(url: string): SqlServerAddress {
  if (!URL.canParse(url)) throw new BadDatabaseUrl(engineMessages.malformedUrl);
  const parsed = new URL(url);
  const { parts } = engineMessages;
  const required = (value: string, part: string): string => {
    if (value === '') throw new BadDatabaseUrl(engineMessages.missingPart(part));
    return decode(value);
  };
  return {
    engine: 'sql-server',
    server: required(parsed.hostname, parts.server).replace(/^\[(.*)\]$/, '$1'),
    port: parsed.port === '' ? 1433 : Number(parsed.port),
    user: required(parsed.username, parts.user),
    password: required(parsed.password, parts.password),
    database: required(parsed.pathname.replace(/^\//, ''), parts.database),
    ...parseServerOptions(parsed.searchParams),
  };
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw new BadDatabaseUrl(engineMessages.malformedUrl);
  }
}

function parseServerOptions(search: URLSearchParams): { encrypt: boolean; trustServerCertificate: boolean } {
  const options = { encrypt: true, trustServerCertificate: false };
  for (const [name, value] of search) {
    if (name !== 'encrypt' && name !== 'trustServerCertificate')
      throw new BadDatabaseUrl(engineMessages.unknownOption(name));
    if (value !== 'true' && value !== 'false')
      throw new BadDatabaseUrl(engineMessages.badOption(name, value));
    options[name] = value === 'true';
  }
  return options;
}
