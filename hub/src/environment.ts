import { join, resolve } from 'node:path';
import * as z from 'zod';
import { isNetwork } from './http/client-address.ts';
import { parseSmtpUrl } from './mail/mail-settings.ts';
import { StartupProblem } from './startup-problem.ts';

/** What the hub must know before it can read a setting from its database. */
export interface Environment {
  port: number;
  /** Absolute path: embedded base, key of the access tokens, mails. */
  dataFolder: string;
  /** Absolute path: rolling log files. */
  logFolder: string;
  databaseUrl: string;
  /** Null: mails are written to files in the data folder. */
  smtpUrl: string | null;
  /** Key of the access tokens; null when it is the one kept in the data folder. */
  secret: string | null;
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed, beside those on this machine. */
  trustedProxies: readonly string[];
  /** Introspection and GraphiQL are off, as they are unless a developer asks for them. */
  isProduction: boolean;
}

const SECRET_MIN_LENGTH = 32;

const text = z.string().trim();
const variables = z.object({
  TOURNEE_PORT: text
    .default('4000')
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, {
      message: 'must be a port number between 0 and 65535',
    })
    .transform(Number),
  TOURNEE_DATA: text.min(1, { message: 'must name a folder' }).default('./data'),
  TOURNEE_LOGS: text.optional(),
  DATABASE_URL: text
    .regex(/^(sqlite|mssql):/i, { message: 'must start with "sqlite:" or "mssql:"' })
    .optional(),
  SMTP_URL: text
    .regex(/^smtps?:\/\//i, { message: 'must start with "smtp://" or "smtps://"' })
    .refine(isSmtpUrl, { message: 'must name a server, such as "smtp://mail.example.fr:587"' })
    .optional(),
  TOURNEE_SECRET: text
    .min(SECRET_MIN_LENGTH, { message: `must have at least ${String(SECRET_MIN_LENGTH)} characters` })
    .optional(),
  TOURNEE_TRUSTED_PROXIES: text
    .default('')
    .transform((value) => value.split(/[\s,]+/).filter((network) => network !== ''))
    .refine((networks) => networks.every(isNetwork), {
      message: 'must be addresses or networks, such as "10.0.0.5, 10.1.0.0/16"',
    }),
  TOURNEE_DEV: z.enum(['0', '1'], { message: 'must be "1" or "0"' }).default('0'),
});

function isSmtpUrl(value: string): boolean {
  try {
    parseSmtpUrl(value);
    return true;
  } catch {
    return false;
  }
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks the environment variables. An empty variable counts as unset.
 * @throws {StartupProblem} naming the variable and what it must look like, never its value: it may hold a password
 */
export function readEnvironment(env: Variables = process.env): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new StartupProblem(`Bad environment: ${faults.join('; ')}.`);
  }
  const { data } = parsed;
  const dataFolder = resolve(data.TOURNEE_DATA);
  return {
    port: data.TOURNEE_PORT,
    dataFolder,
    logFolder: data.TOURNEE_LOGS === undefined ? join(dataFolder, 'logs') : resolve(data.TOURNEE_LOGS),
    databaseUrl: data.DATABASE_URL ?? `sqlite:${join(dataFolder, 'hub.sqlite')}`,
    smtpUrl: data.SMTP_URL ?? null,
    secret: data.TOURNEE_SECRET ?? null,
    trustedProxies: data.TOURNEE_TRUSTED_PROXIES,
    isProduction: data.TOURNEE_DEV !== '1',
  };
}
