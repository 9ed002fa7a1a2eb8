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
 * A document as RxDB keeps it: what GraphQL calls null is absent (JSON schema knows no null), and `deleted` is RxDB's
 * own `_deleted`.
 */
export type Stored<Type> = Type extends readonly (infer Item)[]
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
