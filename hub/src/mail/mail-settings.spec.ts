import { parseSmtpUrl } from './mail-settings.ts';

describe('parseSmtpUrl', () => {
  const plain = { user: null, password: null, verifyCertificate: true };

  it.each([
    ['smtp://mail.pneus.example', { ...plain, host: 'mail.pneus.example', port: 587, security: 'auto' }],
    ['smtp://10.0.0.1:25?security=none', { ...plain, host: '10.0.0.1', port: 25, security: 'none' }],
    ['smtps://mail.pneus.example', { ...plain, host: 'mail.pneus.example', port: 465, security: 'tls' }],
    ['smtp://[::1]:2525', { ...plain, host: '::1', port: 2525, security: 'auto' }],
  ])('reads %s', (url, settings) => {
    expect(parseSmtpUrl(url)).toEqual(settings);
  });

  it('decodes user and password', () => {
    const url =
      'smtp://crm%40pneus.example:p%40ss%2F%C3%A9@mail:587?security=starttls&verifyCertificate=false';
    expect(parseSmtpUrl(url)).toEqual({
      host: 'mail',
      port: 587,
      user: 'crm@pneus.example',
      password: 'p@ss/é',
      security: 'starttls',
      verifyCertificate: false,
    });
  });

  it.each([
    'http://user:secret@mail',
    'smtp://',
    'user:secret@mail',
    'smtp://user:secret@mail?security=maybe',
    'smtp://user:secret@mail?verifyCertificate=oui',
    'smtp://user:secret%@mail',
  ])('refuses %s, without repeating the password', (url) => {
    expect(() => parseSmtpUrl(url)).toThrow(/^SMTP_URL((?!secret).)*$/);
  });
});
