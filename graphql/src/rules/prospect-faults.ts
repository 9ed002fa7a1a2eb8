import * as z from 'zod';
import type { CardFieldName, ProspectCard } from './card-fields.ts';
import { isBic, isIban, isSiret, isVatNumber } from './company-numbers.ts';
import { phoneKey } from './phone.ts';

/** What is wrong with a field of a card, or looks wrong. */
export interface FieldFault {
  readonly field: CardFieldName;
  readonly code: string;
  /** French sentence, to be shown beside the field. */
  readonly message: string;
  /** True: it cannot be kept like that. False: a prospect may be kept, but not become a client. */
  readonly isRefusal: boolean;
}

interface FormatRule {
  readonly fields: readonly CardFieldName[];
  readonly isRight: (value: string) => boolean;
  readonly code: string;
  readonly message: string;
  readonly isRefusal: boolean;
}

const mail = z.email();

/**
 * A bank account that is wrong is worth nothing, and dangerous; the rest may be half known when a rep stands in a yard,
 * and is kept as he typed it.
 */
const RULES: readonly FormatRule[] = [
  {
    fields: ['tel1', 'tel2', 'fax'],
    isRight: (value) => phoneKey(value) !== null,
    code: 'PHONE_ODD',
    message: 'Ce numéro de téléphone ne semble pas complet.',
    isRefusal: false,
  },
  {
    fields: ['contactDivers2'],
    isRight: isSiret,
    code: 'SIRET_ODD',
    message: 'Ce SIRET n’est pas valable : 14 chiffres, dont une clé de contrôle.',
    isRefusal: false,
  },
  {
    fields: ['contactDivers1'],
    isRight: isVatNumber,
    code: 'VAT_ODD',
    message: 'Ce numéro de TVA n’est pas valable : sa clé ne correspond pas.',
    isRefusal: false,
  },
  {
    fields: ['contactDivers4'],
    isRight: (value) => mail.safeParse(value).success,
    code: 'MAIL_ODD',
    message: 'Cette adresse mail n’est pas valable.',
    isRefusal: false,
  },
  {
    fields: ['iban'],
    isRight: isIban,
    code: 'IBAN_INVALID',
    message: 'Cet IBAN n’est pas valable : vérifiez-le sur le RIB.',
    isRefusal: true,
  },
  {
    fields: ['bic'],
    isRight: isBic,
    code: 'BIC_INVALID',
    message: 'Ce BIC n’est pas valable : vérifiez-le sur le RIB.',
    isRefusal: true,
  },
];

/** All that is wrong or odd with the formats of a card; an empty field is neither. */
export function prospectFaults(card: ProspectCard): FieldFault[] {
  return RULES.flatMap(({ fields, isRight, code, message, isRefusal }) =>
    fields
      .filter((field) => {
        const value = card[field];
        return typeof value === 'string' && value !== '' && !isRight(value);
      })
      .map((field): FieldFault => ({ field, code, message, isRefusal })),
  );
}
