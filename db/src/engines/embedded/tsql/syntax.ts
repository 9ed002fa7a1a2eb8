/** The T-SQL that the embedded engine understands, as a tree. */

export type TypeName =
  | 'char'
  | 'nchar'
  | 'varchar'
  | 'nvarchar'
  | 'bit'
  | 'tinyint'
  | 'smallint'
  | 'int'
  | 'bigint'
  | 'decimal'
  | 'float'
  | 'real'
  | 'date'
  | 'datetime'
  | 'datetime2'
  | 'varbinary';

export interface SqlType {
  readonly name: TypeName;
  readonly length?: number | 'max';
  readonly precision?: number;
  readonly scale?: number;
}

export interface OrderItem {
  readonly value: Expression;
  readonly descending: boolean;
}

export interface Window {
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly OrderItem[];
}

export type Expression =
  | { readonly kind: 'param'; readonly index: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'null' }
  | { readonly kind: 'default' }
  | { readonly kind: 'column'; readonly path: readonly string[] }
  | { readonly kind: 'star'; readonly path: readonly string[] }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expression[];
      readonly distinct: boolean;
      readonly window?: Window;
    }
  | { readonly kind: 'cast'; readonly value: Expression; readonly type: SqlType }
  | {
      readonly kind: 'case';
      readonly operand?: Expression;
      readonly whens: readonly { readonly when: Expression; readonly then: Expression }[];
      readonly otherwise?: Expression;
    }
  | { readonly kind: 'not'; readonly value: Expression }
  | { readonly kind: 'minus'; readonly value: Expression }
  | { readonly kind: 'group'; readonly value: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'collate'; readonly value: Expression; readonly collation: string }
  | {
      readonly kind: 'in';
      readonly value: Expression;
      readonly negated: boolean;
      readonly items: readonly Expression[] | Query;
    }
  | {
      readonly kind: 'between';
      readonly value: Expression;
      readonly negated: boolean;
      readonly low: Expression;
      readonly high: Expression;
    }
  | {
      readonly kind: 'like';
      readonly value: Expression;
      readonly negated: boolean;
      readonly pattern: Expression;
      readonly escape?: Expression;
    }
  | { readonly kind: 'isNull'; readonly value: Expression; readonly negated: boolean }
  | { readonly kind: 'exists'; readonly query: Query }
  | { readonly kind: 'subquery'; readonly query: Query };

export interface SelectItem {
  readonly value: Expression;
  readonly alias?: string;
}

export type Source =
  | { readonly kind: 'table'; readonly path: readonly string[]; readonly alias?: string }
  | { readonly kind: 'derived'; readonly query: Query; readonly alias: string }
  | {
      readonly kind: 'join';
      readonly type: 'inner' | 'left' | 'right' | 'full' | 'cross';
      readonly left: Source;
      readonly right: Source;
      readonly on?: Expression;
    };

export interface CommonTable {
  readonly name: string;
  readonly query: Query;
}

/** What a select and a set operation have in common. */
export interface QueryTail {
  readonly with: readonly CommonTable[];
  readonly orderBy: readonly OrderItem[];
  readonly offset?: Expression;
  readonly fetch?: Expression;
}

export interface Select extends QueryTail {
  readonly kind: 'select';
  readonly distinct: boolean;
  readonly top?: Expression;
  readonly items: readonly SelectItem[];
  readonly from?: Source;
  readonly where?: Expression;
  readonly groupBy: readonly Expression[];
  readonly having?: Expression;
}

export interface SetOperation extends QueryTail {
  readonly kind: 'set';
  readonly operator: 'union' | 'union all' | 'except' | 'intersect';
  readonly left: Query;
  readonly right: Query;
}

export type Query = Select | SetOperation;

export interface Insert {
  readonly kind: 'insert';
  readonly table: readonly string[];
  readonly columns: readonly string[];
  readonly output: readonly SelectItem[];
  readonly rows: readonly (readonly Expression[])[] | Query | 'default values';
}

export interface Update {
  readonly kind: 'update';
  readonly table: readonly string[];
  readonly set: readonly { readonly column: string; readonly value: Expression }[];
  readonly output: readonly SelectItem[];
  readonly where?: Expression;
}

export interface Delete {
  readonly kind: 'delete';
  readonly table: readonly string[];
  readonly output: readonly SelectItem[];
  readonly where?: Expression;
}

export interface ColumnDefinition {
  readonly name: string;
  readonly type: SqlType;
  readonly nullable: boolean;
  readonly identity: boolean;
  /** The default in SQLite's SQL. */
  readonly default?: string;
}

export interface KeyConstraint {
  readonly kind: 'primary key' | 'unique' | 'index' | 'unique index';
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly descending: boolean }[];
  /** A filtered index's condition, in SQLite's SQL. */
  readonly where?: string;
}

export interface ForeignKey {
  readonly kind: 'foreign key';
  readonly name: string;
  readonly columns: readonly string[];
  readonly references: { readonly table: string; readonly columns: readonly string[] };
  readonly onDelete?: string;
  readonly onUpdate?: string;
}

export type Constraint = KeyConstraint | ForeignKey;

export interface TableDefinition {
  /** `schema.table`: SQLite's own name of it. */
  readonly name: string;
  readonly columns: readonly ColumnDefinition[];
  readonly constraints: readonly Constraint[];
}

export type SchemaChange =
  | { readonly kind: 'create schema'; readonly name: string }
  | { readonly kind: 'create table'; readonly table: TableDefinition }
  | { readonly kind: 'create index'; readonly table: string; readonly index: KeyConstraint }
  | { readonly kind: 'drop index'; readonly table: string; readonly name: string }
  | { readonly kind: 'drop table'; readonly table: string }
  | { readonly kind: 'add columns'; readonly table: string; readonly columns: readonly ColumnDefinition[] }
  | { readonly kind: 'add constraint'; readonly table: string; readonly constraint: Constraint }
  | { readonly kind: 'drop constraint'; readonly table: string; readonly name: string }
  | { readonly kind: 'drop column'; readonly table: string; readonly name: string }
  | {
      readonly kind: 'alter column';
      readonly table: string;
      readonly name: string;
      readonly type: SqlType;
      readonly nullable: boolean;
    };

export type Statement =
  | Query
  | Insert
  | Update
  | Delete
  | { readonly kind: 'savepoint' | 'rollback to'; readonly name: string }
  | { readonly kind: 'identity insert'; readonly table: readonly string[]; readonly on: boolean }
  | { readonly kind: 'schema'; readonly change: SchemaChange };
