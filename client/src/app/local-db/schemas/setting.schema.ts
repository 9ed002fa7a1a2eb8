import type { RxJsonSchema } from 'rxdb';
import type { StoredOf } from '../stored.ts';
import { indexedText, jsonValue } from './field-types.ts';

export const settingSchema: RxJsonSchema<StoredOf<'setting'>> = {
  title: 'setting',
  version: 0,
  type: 'object',
  primaryKey: 'id',
  properties: {
    id: indexedText(80),
    value: jsonValue,
  },
  required: ['id', 'value'],
};
