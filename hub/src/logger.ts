import pino, { type DestinationStream, type Logger } from 'pino';
import pretty from 'pino-pretty';
import { describeError } from './describe-error.ts';

export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>;

/** Names under which a secret might slip into a log line; whatever stands there is removed. */
const SECRET_NAMES = [
  'password',
  'newPassword',
  'currentPassword',
  'accessToken',
  'refreshToken',
  'authorization',
];

export interface LogOptions {
  readonly level?: string;
  readonly isTerminal?: boolean;
  /** Gets the JSON lines too: the rolling file. */
  readonly file?: DestinationStream;
}

/** JSON lines on stdout, readable ones on a terminal. Logs carry ids, never customers' content, secrets or tokens. */
export function createLog(options: LogOptions = {}): Log {
  const config = {
    level: options.level ?? 'info',
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError, error: describeError },
    redact: { paths: SECRET_NAMES.flatMap((name) => [name, `*.${name}`]), remove: true },
  };
  const screen = options.isTerminal
    ? pretty({ colorize: true, ignore: 'pid', translateTime: 'SYS:HH:MM:ss', sync: true })
    : pino.destination(1);
  const streams = [screen, ...(options.file ? [options.file] : [])].map((stream) => ({
    stream,
    level: 'trace' as const,
  }));
  return streams.length === 1 ? pino(config, screen) : pino(config, pino.multistream(streams));
}

/** Says nothing: for command lines that speak for themselves, and for tests. */
export function silentLog(): Log {
  return pino({ level: 'silent' });
}
