import type { CollectionName } from '@tournee/graphql';
import type { RxCollection, RxDatabase } from 'rxdb';
import type { StoredOf } from './stored.ts';

export type LocalCollection<Name extends CollectionName = CollectionName> = RxCollection<StoredOf<Name>>;
export type LocalCollections = { [Name in CollectionName]: LocalCollection<Name> };
export type LocalDatabase = RxDatabase<LocalCollections>;
