import { sql } from 'drizzle-orm';
import {
  bigint,
  bit,
  date,
  datetime,
  datetime2,
  decimal,
  int,
  mssqlSchema,
  nvarchar,
  varchar,
} from 'drizzle-orm/mssql-core';
import type { Database } from '../engines/database.ts';
import { paddedChar } from '../schema/column-types.ts';

/** Tables of no use but to hold both engines to the same behaviour. */
const contract = mssqlSchema('contract');

export const owner = contract.table('owner', {
  id: int('id').identity().primaryKey(),
  code: paddedChar('code', { length: 4 }).notNull(),
  name: nvarchar('name', { length: 40 }).notNull(),
});

export const item = contract.table('item', {
  id: int('id').identity().primaryKey(),
  ownerId: int('owner_id').notNull(),
  code: varchar('code', { length: 8 }).notNull(),
  label: nvarchar('label', { length: 40 }),
  quantity: int('quantity').notNull().default(7),
  state: varchar('state', { length: 10 }).notNull().default('neuf'),
  isKept: bit('is_kept').notNull().default(false),
  price: decimal('price', { precision: 10, scale: 2, mode: 'number' }),
  big: bigint('big', { mode: 'bigint' }),
  day: date('day', { mode: 'string' }),
  at: datetime('at'),
  precise: datetime2('precise', { precision: 3 }),
  madeAt: datetime2('made_at', { precision: 3 })
    .notNull()
    .default(sql`sysutcdatetime()`),
  note: nvarchar('note', { length: 'max' }),
});

export const counter = contract.table('counter', {
  id: int('id').primaryKey(),
  value: bigint('value', { mode: 'number' }).notNull(),
});

const DEFINITIONS = [
  'create schema [contract]',
  `create table [contract].[owner] (
    [id] int identity(1, 1) not null,
    [code] char(4) not null,
    [name] nvarchar(40) not null,
    constraint [owner_pk] primary key ([id]),
    constraint [owner_code] unique ([code])
  )`,
  `create table [contract].[item] (
    [id] int identity(1, 1) not null,
    [owner_id] int not null,
    [code] varchar(8) not null,
    [label] nvarchar(40) null,
    [quantity] int not null constraint [item_quantity] default ((7)),
    [state] varchar(10) not null default 'neuf',
    [is_kept] bit not null default 0,
    [price] decimal(10, 2) null,
    [big] bigint null,
    [day] date null,
    [at] datetime null,
    [precise] datetime2(3) null,
    [made_at] datetime2(3) not null default (sysutcdatetime()),
    [note] nvarchar(max) null,
    constraint [item_pk] primary key ([id])
  )`,
  `alter table [contract].[item] add constraint [item_owner] foreign key ([owner_id]) references [contract].[owner] ([id])`,
  `create unique index [item_code] on [contract].[item] ([owner_id], [code])`,
  `create table [contract].[counter] ([id] int not null, [value] bigint not null, constraint [counter_pk] primary key ([id]))`,
];

export async function createContractTables(database: Database): Promise<void> {
  await database.changeSchema(async (tx) => {
    for (const definition of DEFINITIONS) await tx.execute(sql.raw(definition));
  });
}

/** Empties the tables, and puts an owner `GA` there to hang items on; answers its id. */
export async function resetContractTables({ db }: Database): Promise<number> {
  await db.delete(item);
  await db.delete(owner);
  await db.delete(counter);
  const [row] = await db.insert(owner).output({ id: owner.id }).values({ code: 'GA', name: 'Garnier' });
  if (row === undefined) throw new Error('the insert answered no row');
  return row.id;
}
