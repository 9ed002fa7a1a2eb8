import type { Setting } from '@tournee/graphql';
import type { RxJsonSchema } from 'rxdb';
import type { Stored } from '../stored.ts';
import { indexedText, jsonValue } from './field-types.ts';

export const settingSchema: RxJsonSchema<Stored<Setting>> = {
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
