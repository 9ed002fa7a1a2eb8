import type {
  Client,
  ClientHistory,
  CollectionName,
  Operation,
  Prospect,
  Reference,
  Setting,
  Visit,
} from '@tournee/graphql';

/** GraphQL type of each collection's documents. */
export interface DocumentTypes {
  client: Client;
  clientHistory: ClientHistory;
  prospect: Prospect;
  visit: Visit;
  reference: Reference;
  setting: Setting;
  operation: Operation;
}

export type DocumentOf<Name extends CollectionName> = DocumentTypes[Name];

/**
 * Fields that are kept as JSON text. Nobody looks for a value inside them, and a text is copied many times faster than
 * a tree of a hundred values: into IndexedDB, to the other tabs, and back.
 */
export const PACKED = { client: ['ca'], clientHistory: ['relations'] } as const satisfies Partial<
  Record<CollectionName, readonly string[]>
>;

type PackedField<Name extends CollectionName> = Name extends keyof typeof PACKED
  ? (typeof PACKED)[Name][number]
  : never;

/** A document of a collection as RxDB keeps it. */
export type StoredOf<Name extends CollectionName> = Omit<Stored<DocumentOf<Name>>, PackedField<Name>> &
  Record<PackedField<Name>, string>;

/**
 * A value as JSON schema knows it: what GraphQL calls null is absent (JSON schema knows no null), and `deleted` is RxDB's
 * own `_deleted`.
 */
type Stored<Type> = Type extends readonly (infer Item)[]
  ? Stored<Item>[]
  : Type extends string | number | boolean
    ? Type
    : unknown extends Type
      ? unknown
      : {
          [Key in keyof Type as Key extends 'deleted' ? never : null extends Type[Key] ? never : Key]: Stored<
            Type[Key]
          >;
        } & {
          [Key in keyof Type as null extends Type[Key] ? Key : never]?: Stored<NonNullable<Type[Key]>>;
        };
