import * as z from 'zod';
import type { SettingKind } from '../generated/schema.ts';

/** A parameter: how it is edited, what it may be, and what it is when nothing is stored. */
export interface SettingDefinition<Value> {
  /** Title of the group that it is shown in. */
  readonly group: string;
  readonly label: string;
  readonly help: string;
  readonly kind: SettingKind;
  readonly schema: z.ZodType<Value>;
  readonly default: Value;
  /** Devices pull it. A secret never is one of these. */
  readonly device: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

/** What every parameter says of itself. */
interface Words {
  readonly group: string;
  readonly label: string;
  readonly help: string;
  readonly device?: boolean;
}

interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly default: number;
  readonly unit?: string;
}

const MAIL_MAX_LENGTH = 255;
const MAILS_MAX = 20;
const TEXT_MAX_LENGTH = 255;
/** Five fields. Whether they name a date at all is the hub's to check, with the parser that will run them. */
const CRON = /^\s*\S+(\s+\S+){4}\s*$/;

export function intSetting({ device = false, ...words }: Words & Bounds): SettingDefinition<number> {
  return { ...words, device, kind: 'int', schema: wholeNumber(words.min, words.max) };
}

/** A whole number of a unit of time. */
export function durationSetting(words: Words & Bounds & { unit: string }): SettingDefinition<number> {
  return { ...intSetting(words), kind: 'duration' };
}

function wholeNumber(min: number, max: number): z.ZodType<number> {
  const message = `Un nombre entier de ${String(min)} à ${String(max)} est attendu.`;
  return z.int(message).min(min, message).max(max, message);
}

export function flagSetting({
  device = false,
  ...words
}: Words & { default: boolean }): SettingDefinition<boolean> {
  return { ...words, device, kind: 'flag', schema: z.boolean('Oui ou non est attendu.') };
}

export function choiceSetting<const Value extends string>({
  device = false,
  choices,
  ...words
}: Words & {
  default: Value;
  choices: readonly { value: Value; label: string }[];
}): SettingDefinition<Value> {
  const values = choices.map(({ value }) => value);
  return {
    ...words,
    device,
    kind: 'choice',
    choices,
    schema: z.enum(values, 'Cette valeur n’est pas proposée.'),
  };
}

/** A line of text, trimmed; null for none. */
export function textSetting(
  words: Words & { isValid?: (text: string) => boolean; fault?: string },
): SettingDefinition<string | null> {
  const { device = false, isValid = hasNoControls, fault = 'Ce texte n’est pas valable.', ...rest } = words;
  const line = z
    .string('Un texte est attendu.')
    .trim()
    .min(1, 'Le texte est vide.')
    .max(TEXT_MAX_LENGTH, 'Le texte est trop long.');
  return { ...rest, device, kind: 'text', schema: line.refine(isValid, fault).nullable(), default: null };
}

function hasNoControls(text: string): boolean {
  return /^\P{Cc}*$/u.test(text);
}

/** Never shown once it is stored. */
export function secretSetting(words: Words): SettingDefinition<string | null> {
  const schema = z
    .string('Un texte est attendu.')
    .min(1, 'Le texte est vide.')
    .max(TEXT_MAX_LENGTH, 'Le texte est trop long.');
  return { ...words, device: false, kind: 'secret', schema: schema.nullable(), default: null };
}

export function cronSetting(words: Words & { default: string | null }): SettingDefinition<string | null> {
  const message = 'Cinq champs sont attendus : minute, heure, jour, mois, jour de la semaine.';
  const schema = z.string(message).max(100, message).regex(CRON, message).nullable();
  return { ...words, device: false, kind: 'cron', schema };
}

const address = z
  .string('Une adresse mail est attendue.')
  .trim()
  .max(MAIL_MAX_LENGTH, 'Cette adresse est trop longue.');
const mailAddress = address.pipe(z.email('Ce n’est pas une adresse mail.'));

export function mailSetting(words: Words): SettingDefinition<string | null> {
  return { ...words, device: false, kind: 'mail', schema: mailAddress.nullable(), default: null };
}

export function mailListSetting(words: Words): SettingDefinition<readonly string[]> {
  const schema = z
    .array(mailAddress, 'Une liste d’adresses est attendue.')
    .max(MAILS_MAX, `${String(MAILS_MAX)} adresses au plus.`);
  return { ...words, device: false, kind: 'mailList', schema, default: [] };
}

/** Codes of winpneu, trimmed. */
export function codeListSetting(words: Words): SettingDefinition<readonly string[]> {
  const code = z
    .string('Un code est attendu.')
    .trim()
    .regex(/^\S{1,10}$/, 'Un code a de 1 à 10 caractères, sans espace.');
  const schema = z.array(code, 'Une liste de codes est attendue.').max(100, '100 codes au plus.');
  return { ...words, device: words.device ?? false, kind: 'codeList', schema, default: [] };
}
