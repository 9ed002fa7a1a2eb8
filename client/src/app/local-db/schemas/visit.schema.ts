import type { RxJsonSchema } from 'rxdb';
import type { StoredOf } from '../stored.ts';
import { indexedText, jsonObject, text } from './field-types.ts';

export const visitSchema: RxJsonSchema<StoredOf<'visit'>> = {
  title: 'visit',
  version: 0,
  type: 'object',
  primaryKey: 'id',
  properties: {
    id: indexedText(80),
    cUser: text,
    cClient: text,
    prospectId: text,
    date: text,
    heure: text,
    commentaire: text,
    answers: jsonObject,
  },
  required: ['id', 'cUser', 'date', 'heure'],
};
