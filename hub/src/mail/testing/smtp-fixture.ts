import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { SmtpSettings } from '../mail-settings.ts';

export interface ReceivedMail {
  readonly raw: string;
  readonly parsed: ParsedMail;
  readonly from: string;
  readonly to: readonly string[];
  readonly isEncrypted: boolean;
  readonly user: string | undefined;
}

export interface SmtpFixture {
  readonly server: SMTPServer;
  /** Mails that the server has accepted. */
  readonly received: ReceivedMail[];
  readonly settings: SmtpSettings;
  close(): Promise<void>;
}

/** An answer of the server, such as « 450 later ». */
export function smtpAnswer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

export interface SmtpHooks extends SMTPServerOptions {
  /** Called when a message is there whole, before it is accepted: throw an answer to refuse it. */
  readonly onMessage?: (raw: string) => void | Promise<void>;
}

/** A real SMTP server on a free port; without a password and without encryption unless told otherwise. */
export async function startSmtpServer({ onMessage, ...options }: SmtpHooks = {}): Promise<SmtpFixture> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', () => undefined);
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const accept = async (): Promise<void> => {
          await onMessage?.(raw);
          const { mailFrom, rcptTo } = session.envelope;
          received.push({
            raw,
            parsed: await simpleParser(raw),
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            isEncrypted: session.secure,
            user: session.user as string | undefined,
          });
        };
        accept().then(
          () => done(null, 'accepted as 42'),
          (error: unknown) => done(error as Error),
        );
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return { server, received, settings: smtpSettings({ port }), close };
}

export function smtpSettings(changes: Partial<SmtpSettings> = {}): SmtpSettings {
  return {
    host: '127.0.0.1',
    port: 25,
    user: null,
    password: null,
    security: 'auto',
    verifyCertificate: false,
    ...changes,
  };
}
