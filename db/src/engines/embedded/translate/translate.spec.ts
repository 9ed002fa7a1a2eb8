import { Connection } from '../connection.ts';
import { UnsupportedSql } from '../tsql/unsupported-sql.ts';

const TABLES = `
  create table [dbo].[client] ([c_client] char(30) not null, [nom] char(35) null, [cree] datetime null, [solde] decimal(14, 2) null,
    [n] int not null default ((7)), constraint [client_pk] primary key ([c_client]));
  create table [crm].[operation] ([id] int identity(1, 1) not null, [name] varchar(8) null, constraint [operation_pk] primary key ([id]))`;

describe('translateBatch', () => {
  let connection: Connection;
  beforeAll(() => {
    connection = new Connection(':memory:', []);
    connection.run(connection.plan(TABLES), []);
  });
  afterAll(() => {
    connection.close();
  });

  const translate = (sql: string): string =>
    connection
      .plan(sql)
      .steps.map((step) => (step.kind === 'schema' ? step.change.kind : step.sql))
      .join('; ');

  it.each([
    [
      'select top(@par0) [c_client] from [dbo].[client] where [dbo].[client].[n] = @par1 order by [dbo].[client].[nom]',
      'select "c_client" as "c_client" from "dbo.client" where "dbo.client"."n" = ? order by "dbo.client"."nom" limit ?',
    ],
    [
      'select [c].[nom] from [dbo].[client] [c] order by [c].[nom] offset @par0 rows fetch next @par1 rows only',
      'select "c"."nom" as "nom" from "dbo.client" "c" order by "c"."nom" limit ? offset ?',
    ],
    [
      'insert into [dbo].[client] ([c_client], [nom], [n]) output INSERTED.[c_client] values (@par0, default, default)',
      'insert into "dbo.client" ("c_client", "nom", "n") values (?, null, 7) returning "c_client" as "c_client"',
    ],
    [
      'insert into [crm].[operation] ([name]) values (@par0); select cast(scope_identity() as int) as [id]',
      'insert into "crm.operation" ("name") values (?); select cast(last_insert_rowid() as integer) as "id"',
    ],
    [
      'update [dbo].[client] set [n] = [dbo].[client].[n] + @par0 output INSERTED.[n] where [dbo].[client].[c_client] = @par1',
      'update "dbo.client" set "n" = tsql_store("dbo.client"."n" + ?, \'{"name":"int"}\', \'dbo.client.n\') where "dbo.client"."c_client" = ? returning "n" as "n"',
    ],
    [
      'delete from [dbo].[client] output DELETED.[n] where [dbo].[client].[n] in (@par0, @par1)',
      'delete from "dbo.client" where "dbo.client"."n" in (?, ?) returning "n" as "n"',
    ],
    [
      'select upper([nom]) as [u], count(*) as [x] from [dbo].[client] group by upper([dbo].[client].[nom]) having max([dbo].[client].[n]) > 1',
      'select tsql_upper("nom") as "u", count(*) as "x" from "dbo.client" group by tsql_upper("dbo.client"."nom") having max("dbo.client"."n") > 1',
    ],
    [
      'select 1 as [x] from [dbo].[client] where upper([nom]) = @par0',
      'select 1 as "x" from "dbo.client" where (tsql_upper("nom")) collate rtrim = (?) collate rtrim',
    ],
    ['save transaction sp1', 'savepoint "sp1"'],
    ['rollback transaction sp1', 'rollback to "sp1"'],
    [
      "select [nom] from [dbo].[client] where [nom] = 'a ] @par0 -- '' b'",
      'select "nom" as "nom" from "dbo.client" where "nom" = \'a ] @par0 -- \'\' b\'',
    ],
    ["select N'é' + [nom] as [x] from [dbo].[client]", 'select (\'é\') || ("nom") as "x" from "dbo.client"'],
    [
      'select sum([solde]) as [s] from [dbo].[client]',
      'select round(sum("solde"), 2) as "s" from "dbo.client"',
    ],
    [
      'select cast([solde] as varchar(max)) from [dbo].[client]',
      'select printf(\'%.2f\', "solde") from "dbo.client"',
    ],
    [
      "select 1 as [x] from [dbo].[client] where [cree] >= '1970-01-02'",
      'select 1 as "x" from "dbo.client" where "cree" >= 86400000',
    ],
    [
      '(select [n] from [dbo].[client]) union all (select top(1) [id] from [crm].[operation]) order by [n]',
      'select * from (select "n" as "n" from "dbo.client") union all select * from (select "id" as "id" from "crm.operation" limit 1) order by "n"',
    ],
    [
      'set identity_insert [crm].[operation] on; insert into [crm].[operation] ([id]) values (5); set identity_insert [crm].[operation] off',
      'insert into "crm.operation" ("id") values (5)',
    ],
    ['SELECT N AS Nombre FROM dbo.client', 'select "n" as "Nombre" from "dbo.client"'],
    ['create schema [crm]', 'create schema'],
  ])('writes %s', (tsql, sqlite) => {
    expect(translate(tsql)).toBe(sqlite);
  });

  it.each([
    ['select cast(scope_identity() as int) as [id]', 'scope_identity()'],
    ['merge into [dbo].[client] using x on 1 = 1', 'merge'],
    ['with q as (select 1 as [x]) update [dbo].[client] set [n] = 1', 'update'],
    ['select getdate() as [x]', 'getdate()'],
    ['select newid() as [x]', 'newid()'],
    ['select [cree] + 1 as [x] from [dbo].[client]', '« + » on a date'],
    ['select @par0 + @par1 as [x]', '« + » between values of unknown type'],
    ['select cast([cree] as varchar(30)) as [x] from [dbo].[client]', 'cast of a date'],
    ['select [n] = 1 from [dbo].[client]', 'alias = value'],
    ['select top(5) percent [n] from [dbo].[client]', 'percent'],
    ['select [n] from [dbo].[client] for json path', 'for json'],
    ['select [n] from [dbo].[client] cross apply x', 'apply'],
    ['select [n] from [dbo].[client], [crm].[operation]', 'comma'],
    ['select [n] from [autre].[dbo].[client]', 'database or server'],
    ['select [n] from [dbo].[client] with (readpast)', 'readpast'],
    ['select [n] from [dbo].[client] order by [nom] collate Klingon', 'Klingon'],
    ['select 1 as [x] from [dbo].[client] where [cree] > [n]', 'a date compared with number'],
    ['update [dbo].[client] set [n] = 1 output DELETED.[n]', 'output deleted'],
    ['update [dbo].[client] set [n] = 1 from [crm].[operation]', 'update … from'],
    ['select [nom], max([n]) as [m] from [dbo].[client] group by [c_client]', 'the column nom'],
    ['select [nom], count(*) as [x] from [dbo].[client]', 'the column nom'],
    ['select [n] from [dbo].[client] where [n]', 'a value in the place of a condition'],
    ['select [x].[n] from (select [n] from [dbo].[client] order by [n]) [x]', 'order by in a subquery'],
    ['select [nom] + 1 as [x] from [dbo].[client]', 'between a text and a number'],
    ['select 1 as [x] from [dbo].[client] where [nom] = [n]', 'a text compared with a number'],
    ['select max([nom] collate French_CI_AI) as [x] from [dbo].[client]', 'collate inside max()'],
    ['select concat([nom], [cree]) as [x] from [dbo].[client]', 'concat() of something else'],
    ["exec sp_help 'x'", 'exec'],
    ['declare @x int', 'the variable @x'],
    ['select @@rowcount as [x]', '@'],
    ['create table [dbo].[x] ([a] uniqueidentifier)', 'uniqueidentifier'],
    ['create table [dbo].[x] ([a] int check ([a] > 0))', 'check'],
    ['create view [dbo].[x] as select 1 as [a]', 'view'],
    ['select [n] from [dbo].[client] where', 'ends here'],
  ])('refuses %s, and says what', (tsql, construct) => {
    expect(() => translate(tsql)).toThrow(UnsupportedSql);
    expect(() => translate(tsql)).toThrow(construct);
  });

  it('tells reads from writes, for the connection that they go to', () => {
    expect(connection.plan('select 1 as [x]').isReadOnly).toBe(true);
    expect(connection.plan('select 1 as [x]; delete from [crm].[operation]').isReadOnly).toBe(false);
  });

  it('translates anew when the schema has changed', () => {
    const sql = 'select * from [dbo].[later]';
    expect(() => translate(sql)).toThrow('Invalid object name');
    connection.run(connection.plan('create table [dbo].[later] ([a] int null)'), []);
    expect(translate(sql)).toBe('select "dbo.later"."a" as "a" from "dbo.later"');
  });
});
