import type { RxJsonSchema } from 'rxdb';
import type { StoredOf } from '../stored.ts';
import { indexedText, jsonObject, jsonValue, text } from './field-types.ts';

/** The only collection a device writes. Looked up by what it is about, and by its state. */
export const operationSchema: RxJsonSchema<StoredOf<'operation'>> = {
  title: 'operation',
  version: 1,
  type: 'object',
  primaryKey: 'id',
  properties: {
    id: indexedText(80),
    code: text,
    cUser: text,
    entityType: indexedText(20),
    entityId: indexedText(80),
    createdAt: text,
    payload: jsonObject,
    status: indexedText(20),
    reason: {
      type: 'object',
      properties: { code: text, message: text, field: text },
      required: ['code', 'message'],
    },
    integratedAt: text,
    cites: text,
    conflicts: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: text, mine: jsonValue, theirs: jsonValue },
        required: ['field'],
      },
    },
    notice: text,
  },
  required: ['id', 'code', 'cUser', 'entityType', 'entityId', 'createdAt', 'payload', 'status'],
  indexes: ['status', ['entityType', 'entityId']],
};
