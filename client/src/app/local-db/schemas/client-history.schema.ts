import type { ClientHistory } from '@tournee/graphql';
import type { RxJsonSchema } from 'rxdb';
import type { Stored } from '../stored.ts';
import { indexedText, integer, jsonObject, text } from './field-types.ts';

/** All relations of one client: one large document is written 6 to 7 times faster than its rows one by one. */
export const clientHistorySchema: RxJsonSchema<Stored<ClientHistory>> = {
  title: 'clientHistory',
  version: 0,
  type: 'object',
  primaryKey: 'id',
  properties: {
    id: indexedText(40),
    relations: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          num: integer,
          origine: text,
          date: text,
          heure: text,
          cUser: text,
          auteur: text,
          objet: text,
          commentaire: text,
          operation: text,
          answers: jsonObject,
        },
        required: ['num', 'origine', 'objet'],
      },
    },
  },
  required: ['id', 'relations'],
};
