import type { Visit } from '@tournee/graphql';
import type { RxJsonSchema } from 'rxdb';
import type { Stored } from '../stored.ts';
import { indexedText, jsonObject, text } from './field-types.ts';

export const visitSchema: RxJsonSchema<Stored<Visit>> = {
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
