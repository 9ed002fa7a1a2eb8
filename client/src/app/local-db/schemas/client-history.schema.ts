import type { RxJsonSchema } from 'rxdb';
import type { StoredOf } from '../stored.ts';
import { indexedText, packed } from './field-types.ts';

/** A volume of a client's relations: a large document is written 6 to 7 times faster than its rows one by one. */
export const clientHistorySchema: RxJsonSchema<StoredOf<'clientHistory'>> = {
  title: 'clientHistory',
  version: 1,
  type: 'object',
  primaryKey: 'id',
  properties: {
    id: indexedText(40),
    relations: packed,
  },
  required: ['id', 'relations'],
};
