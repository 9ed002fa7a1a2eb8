import { sqlErrorNumber } from '../../engine-errors.ts';
import { Connection } from '../connection.ts';

const TABLES = `
  create table [crm].[owner] ([id] int identity(1, 1) not null, [code] varchar(4) null, constraint [owner_pk] primary key ([id]));
  create table [crm].[item] ([id] int identity(1, 1) not null, [owner_id] int null, constraint [item_pk] primary key ([id]));
  create index [item_owner] on [crm].[item] ([owner_id])`;

describe('SchemaEditor', () => {
  let connection: Connection;
  beforeEach(() => {
    connection = new Connection(':memory:', ['foreign_keys = off']);
    run(TABLES);
    run("insert into [crm].[owner] ([code]) values ('a'), ('b'), ('c')");
    run('insert into [crm].[item] ([owner_id]) values (1), (2)');
  });
  afterEach(() => {
    connection.close();
  });

  const run = (sql: string): unknown[][] =>
    connection.run(connection.plan(sql), []).flatMap(({ rows }) => rows);
  const failureOf = (sql: string): number | undefined => {
    try {
      run(sql);
    } catch (error) {
      return sqlErrorNumber(error);
    }
    return undefined;
  };

  it('adds a foreign key to a table that has rows, and keeps the rows', () => {
    run(
      'alter table [crm].[item] add constraint [fk] foreign key ([owner_id]) references [crm].[owner] ([id])',
    );
    connection.command('pragma foreign_keys = on');
    expect(run('select [id], [owner_id] from [crm].[item]')).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(failureOf('insert into [crm].[item] ([owner_id]) values (9)')).toBe(547);
  });

  it('keeps the keys of others that point to a table that is changed', () => {
    run(
      'alter table [crm].[item] add constraint [fk] foreign key ([owner_id]) references [crm].[owner] ([id])',
    );
    run("alter table [crm].[owner] add [name] nvarchar(20) not null default 'x'");
    connection.command('pragma foreign_keys = on');
    expect(run('select [name] from [crm].[owner]')).toEqual([['x'], ['x'], ['x']]);
    expect(failureOf('delete from [crm].[owner]')).toBe(547);
  });

  it('never gives an identity again that was given before the change', () => {
    run('delete from [crm].[owner] where [id] = 3');
    run('alter table [crm].[owner] alter column [code] varchar(8) not null');
    expect(run("insert into [crm].[owner] ([code]) output INSERTED.[id] values ('12345678')")).toEqual([[4]]);
  });

  it('refuses a column without null where there is one', () => {
    run('insert into [crm].[item] ([owner_id]) values (null)');
    expect(failureOf('alter table [crm].[item] alter column [owner_id] int not null')).toBe(515);
  });

  it('drops constraints, indexes, columns and tables', () => {
    run(
      'alter table [crm].[item] add constraint [fk] foreign key ([owner_id]) references [crm].[owner] ([id])',
    );
    run('alter table [crm].[item] drop constraint [fk]');
    run('drop index [item_owner] on [crm].[item]');
    run('alter table [crm].[item] drop column [owner_id]');
    run('drop table [crm].[owner]');
    expect(run('select * from [crm].[item]')).toEqual([[1], [2]]);
    expect(failureOf('select * from [crm].[owner]')).toBe(208);
  });

  it('takes two nulls for duplicates, as SQL Server does, unless the index leaves nulls out', () => {
    run('create unique index [owner_code] on [crm].[owner] ([code])');
    run('insert into [crm].[owner] ([code]) values (null)');
    const again = 'insert into [crm].[owner] ([code]) values (null)';
    expect(failureOf(again)).toBe(2601);
    run('drop index [owner_code] on [crm].[owner]');
    run('create unique index [owner_code] on [crm].[owner] ([code]) where [code] is not null');
    expect(run(again)).toEqual([]);
    expect(failureOf("insert into [crm].[owner] ([code]) values ('a ')")).toBe(2601);
  });

  it('refuses what exists already', () => {
    expect(failureOf('create table [crm].[owner] ([id] int null)')).toBe(2714);
  });

  it('refuses to change a table while foreign keys are watched', () => {
    connection.command('pragma foreign_keys = on');
    expect(() => run('alter table [crm].[owner] add [x] int null')).toThrow('changeSchema()');
  });

  it('forgets what is rolled back', () => {
    connection.command('begin');
    run('create table [crm].[gone] ([a] int null)');
    expect(run('select * from [crm].[gone]')).toEqual([]);
    connection.command('rollback');
    expect(failureOf('select * from [crm].[gone]')).toBe(208);
  });
});
