import type { NodemailerError } from 'nodemailer';
import { refusalOf } from './smtp-refusal.ts';
import { smtpSettings } from './testing/smtp-fixture.ts';

const settings = smtpSettings({ host: 'mail', port: 587, user: 'crm', password: 'secret' });
const thrown = (code: string, answer?: number, more: Partial<NodemailerError> = {}): NodemailerError => {
  const response =
    answer === undefined ? {} : { responseCode: answer, permanent: answer >= 500 && answer !== 503 };
  return Object.assign(new Error(`${code} ${String(answer ?? '')}`), { code, ...response, ...more });
};

describe('refusalOf', () => {
  const refused = (isPermanent: boolean, isServerTrouble: boolean) => ({
    kind: 'refused',
    isPermanent,
    isServerTrouble,
  });

  it.each<[string, NodemailerError, boolean, boolean]>([
    ['a recipient who is unknown', thrown('EENVELOPE', 550), true, false],
    ['a mailbox that is full', thrown('EENVELOPE', 452), false, false],
    ['a message that is spam', thrown('EMESSAGE', 554), true, false],
    ['a disk that is full', thrown('EMESSAGE', 451), false, false],
    ['a wrong order of commands', thrown('EENVELOPE', 503), false, false],
    ['an address that is none', thrown('EENVELOPE'), true, false],
    ['a message that is too large', thrown('EMESSAGE'), true, false],
    ['a server that wants a login', thrown('EENVELOPE', 530), false, true],
    ['a wrong password', thrown('EAUTH', 535), false, true],
    ['no encryption', thrown('ETLS', 502), false, true],
    ['a host that is unknown', thrown('EDNS'), false, true],
    ['a server that is closing', thrown('ECONNECTION', 421), false, true],
    ['a greeting that refuses', thrown('EPROTOCOL', 554), false, true],
    ['silence', thrown('ETIMEDOUT'), false, true],
    ['an end that we kept back', thrown('ESTREAM'), false, false],
  ])('takes %s for what it is', (_name, error, isPermanent, isServerTrouble) => {
    expect(refusalOf(error, settings, false)).toMatchObject(refused(isPermanent, isServerTrouble));
  });

  it('believes the server that answers after the end', () => {
    expect(refusalOf(thrown('EMESSAGE', 554), settings, true)).toMatchObject(refused(true, false));
    expect(refusalOf(thrown('ECONNECTION', 421), settings, true)).toMatchObject(refused(false, true));
  });

  it.each([thrown('ECONNECTION'), thrown('ETIMEDOUT'), thrown('EABORT'), 'what?'])(
    'is in doubt when no answer comes after the end (%s)',
    (error) => {
      expect(refusalOf(error, settings, true)).toMatchObject({ kind: 'uncertain' });
    },
  );

  it('tells in French what went wrong, and never the password', () => {
    const sentence = (error: NodemailerError): string => {
      const delivery = refusalOf(error, settings, false);
      return delivery.kind === 'refused' ? delivery.error : '';
    };
    expect(sentence(thrown('EAUTH', 535, { message: 'Invalid login: 535 secret is wrong' }))).toBe(
      'Le serveur de messagerie « mail:587 » refuse l’identification de « crm » : Invalid login: 535 ••• is wrong',
    );
    expect(sentence(thrown('EENVELOPE', 553, { command: 'MAIL FROM' }))).toContain('« Expéditeur imposé »');
    expect(sentence(thrown('EENVELOPE', 550, { command: 'RCPT TO' }))).toContain('refuse le destinataire');
    expect(sentence(thrown('EMESSAGE', 554))).toContain('refuse le message');
    expect(sentence(thrown('ESOCKET', undefined, { message: 'self-signed certificate' }))).toContain(
      'chiffrée',
    );
    expect(sentence(thrown('ECONNECTION', 421))).toContain('a répondu : ECONNECTION 421');
    expect(sentence(thrown('EDNS'))).toContain('ne répond pas');
  });
});
