import type { SmtpSettings } from './mail-settings.ts';

const MASK = '•••';

/**
 * Takes the password out of a text, in the forms in which SMTP carries it. What a server answers is not ours to
 * choose: an odd one repeats the command that it refuses, and its answer is kept and shown to admins.
 */
export function withoutSecrets(
  text: string,
  { user, password }: Pick<SmtpSettings, 'user' | 'password'>,
): string {
  if (password === null || password === '') return text;
  const forms = [
    password,
    base64(password),
    base64(`\0${user ?? ''}\0${password}`),
    encodeURIComponent(password),
  ];
  return forms.reduce((clean, form) => clean.replaceAll(form, MASK), text);
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
