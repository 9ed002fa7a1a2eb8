import type { RxJsonSchema } from 'rxdb';
import type { StoredOf } from '../stored.ts';
import { indexedText, text } from './field-types.ts';

export const referenceSchema: RxJsonSchema<StoredOf<'reference'>> = {
  title: 'reference',
  version: 0,
  type: 'object',
  primaryKey: 'id',
  properties: {
    id: indexedText(120),
    liste: text,
    code: text,
    libelle: text,
    parent: text,
  },
  required: ['id', 'liste', 'code', 'libelle'],
};
