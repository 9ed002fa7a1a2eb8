import type { NodemailerError } from 'nodemailer';
import type { Delivery } from './mail-delivery.ts';
import type { SmtpSettings } from './mail-settings.ts';
import { mailMessages } from './mail.messages.ts';
import { withoutSecrets } from './without-secrets.ts';

/** Answers that mean « not with you », for every mail alike: no permission, no encryption, a wrong password. */
const ACCESS_CODES = [530, 534, 535, 538];

// A certificate that is refused comes as an error of the socket, and its code is one of some thirty.
const CERTIFICATE = /\bcertificate\b|\bSSL routines\b/i;

/**
 * What an error of nodemailer means for the mail. The server's own word decides where there is one. Without it, a
 * message whose end had gone out may have arrived; one whose end had not cannot have.
 */
export function refusalOf(thrown: unknown, settings: SmtpSettings, isHandedOver: boolean): Delivery {
  const error: NodemailerError = thrown instanceof Error ? thrown : new Error(String(thrown));
  const answer = error.responseCode ?? 0;
  if (isHandedOver && answer < 400) {
    return { kind: 'uncertain', error: clean(mailMessages.errors.interrupted(error.message), settings) };
  }
  const isAboutMail = ['EENVELOPE', 'EMESSAGE'].includes(error.code ?? '') && !ACCESS_CODES.includes(answer);
  return {
    kind: 'refused',
    // Without an answer: nodemailer itself refuses, because an address is none or the message is too large.
    isPermanent: isAboutMail && (answer === 0 || error.permanent === true),
    // ESTREAM: this hub itself kept the end of the message back.
    isServerTrouble: !isAboutMail && error.code !== 'ESTREAM',
    error: clean(sentenceFor(error, settings), settings),
  };
}

function sentenceFor(error: NodemailerError, { host, port, user }: SmtpSettings): string {
  const { errors } = mailMessages;
  const server = `${host}:${String(port)}`;
  const detail = error.message;
  if (error.code === 'ETLS' || CERTIFICATE.test(detail)) return errors.encryption(server, detail);
  switch (error.code) {
    case 'EAUTH':
      return errors.login(server, user ?? '', detail);
    case 'EENVELOPE':
      return error.command === 'MAIL FROM' ? errors.sender(detail) : errors.recipient(detail);
    case 'EMESSAGE':
      return errors.message(detail);
    default:
      return error.responseCode === undefined
        ? errors.unreachable(server, detail)
        : errors.other(server, detail);
  }
}

function clean(sentence: string, settings: SmtpSettings): string {
  return withoutSecrets(sentence.replace(/\s+/g, ' '), settings);
}
