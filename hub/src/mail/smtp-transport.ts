import { Readable } from 'node:stream';
import { createTransport, type SMTPTransportOptions } from 'nodemailer';
import type { Delivery, DeliveryRequest, MailTransport } from './mail-delivery.ts';
import type { SmtpSettings } from './mail-settings.ts';
import { refusalOf } from './smtp-refusal.ts';

export interface SmtpTransportOptions {
  /** A delivery that takes longer is given up. Default 2 minutes: well below the lock of the outbox. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 120_000;
const WAITS = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/** Sends by SMTP, one connection for each mail: they are few, and each try is a fresh one. */
export function smtpTransport(settings: SmtpSettings, options: SmtpTransportOptions = {}): MailTransport {
  return { deliver: (request) => deliver(settings, request, options.timeoutMs ?? TIMEOUT_MS) };
}

async function deliver(
  settings: SmtpSettings,
  { message, beforeEnd }: DeliveryRequest,
  timeoutMs: number,
): Promise<Delivery> {
  const transporter = createTransport(connectionOptions(settings));
  let isHandedOver = false;
  const guarded = async (): Promise<void> => {
    await beforeEnd();
    isHandedOver = true;
  };
  transporter.use('stream', (mail, done) => {
    void holdEnd(mail.message, guarded).then(() => done(), done);
  });
  try {
    const sent = await transporter.sendMail({ ...message, signal: AbortSignal.timeout(timeoutMs) });
    return { kind: 'accepted', response: sent.response };
  } catch (error) {
    return refusalOf(error, settings, isHandedOver);
  } finally {
    transporter.close();
  }
}

interface Message {
  build(): Promise<Buffer>;
  createReadStream(): Readable;
}

/**
 * Keeps the end of the message back until `beforeEnd` is fulfilled. nodemailer reads the stream only when the server
 * has said that it takes the data, and writes the line with the single dot, by which the server accepts the message,
 * only when the stream has ended. When the stream fails instead, that line is never written.
 */
async function holdEnd(message: Message | false | undefined, beforeEnd: () => Promise<void>): Promise<void> {
  if (!message) throw new Error('nodemailer has built no message');
  const whole = await message.build();
  message.createReadStream = () => Readable.from(parts(whole, beforeEnd), { objectMode: false });
}

async function* parts(whole: Buffer, beforeEnd: () => Promise<void>): AsyncGenerator<Buffer> {
  yield whole;
  await beforeEnd();
}

function connectionOptions(settings: SmtpSettings): SMTPTransportOptions {
  const { host, port, user, password, security, verifyCertificate } = settings;
  return {
    host,
    port,
    secure: security === 'tls',
    // A password goes over an open line only where an admin has said `none` himself.
    requireTLS: security === 'starttls' || (security === 'auto' && user !== null),
    ignoreTLS: security === 'none',
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    tls: { rejectUnauthorized: verifyCertificate, minVersion: 'TLSv1.2' },
    ...WAITS,
  };
}
