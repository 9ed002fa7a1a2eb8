/**
 * `auto`: STARTTLS where the server offers it, and required as soon as there is a password to protect.
 * `starttls`: required. `tls`: encrypted from the first byte (port 465). `none`: never encrypted.
 */
export type SmtpSecurity = 'auto' | 'starttls' | 'tls' | 'none';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  readonly user: string | null;
  /** Never logged, never answered, never part of an error. */
  readonly password: string | null;
  readonly security: SmtpSecurity;
  /** False accepts any certificate, for a server of the house that signs its own. */
  readonly verifyCertificate: boolean;
}

/** Read again for every run of the outbox: a change takes effect without a restart. */
export interface MailSettings {
  /** Null: the server of SMTP_URL, and files where there is none. */
  readonly smtp: SmtpSettings | null;
  /** The address that every mail leaves with, where the server refuses foreign senders; who acted gets the answers. */
  readonly forceSender: string | null;
  /** Address of the mails that nobody caused, such as errors. Null: the forced one, else the first error address. */
  readonly systemSender: string | null;
  readonly errorAddresses: readonly string[];
}

/** SMTP_URL cannot be understood. The message never repeats it: it may hold a password. */
export class BadSmtpUrl extends Error {
  override readonly name = 'BadSmtpUrl';
}

const SECURITIES: readonly string[] = ['auto', 'starttls', 'tls', 'none'] satisfies SmtpSecurity[];
const DEFAULT_PORT = { smtp: 587, smtps: 465 };

/**
 * `smtp://user:password@host:587?security=starttls&verifyCertificate=false`, or `smtps://…` for TLS from the first
 * byte. User and password are percent-encoded.
 */
export function parseSmtpUrl(text: string): SmtpSettings {
  const url = parseUrl(text);
  const isTls = url.protocol === 'smtps:';
  const security = url.searchParams.get('security') ?? (isTls ? 'tls' : 'auto');
  if (!isSecurity(security))
    throw new BadSmtpUrl('SMTP_URL: "security" must be auto, starttls, tls or none.');
  const verify = url.searchParams.get('verifyCertificate') ?? 'true';
  if (verify !== 'true' && verify !== 'false') {
    throw new BadSmtpUrl('SMTP_URL: "verifyCertificate" must be true or false.');
  }
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? DEFAULT_PORT[isTls ? 'smtps' : 'smtp'] : Number(url.port),
    user: decode(url.username),
    password: decode(url.password),
    security,
    verifyCertificate: verify === 'true',
  };
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    throw new BadSmtpUrl(
      'SMTP_URL must look like "smtp://user:password@host:587" or "smtps://user:password@host:465".',
    );
  }
  return url;
}

function isSecurity(text: string): text is SmtpSecurity {
  return SECURITIES.includes(text);
}

function decode(part: string): string | null {
  if (part === '') return null;
  try {
    return decodeURIComponent(part);
  } catch {
    throw new BadSmtpUrl('SMTP_URL: the user and the password must be percent-encoded (% itself is %25).');
  }
}
