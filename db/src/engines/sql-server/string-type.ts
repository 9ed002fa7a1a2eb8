import mssql from 'mssql';

const NOT_ASCII = /\P{ASCII}/u;
/** Few lengths, so that SQL Server finds the plan of a statement again, whatever the length of the text. */
const BUCKETS = [32, 128, 512, 4000];
const MAX_VARCHAR = 8000;

/**
 * The SQL type to bind a text as. ASCII goes as `varchar`: as `nvarchar`, which is the driver's choice, SQL Server
 * would convert the whole `char` column to compare it, and never use its index. Other texts need `nvarchar`: the
 * code page of `varchar` would turn what it does not know into question marks.
 */
export function stringType(text: string): mssql.ISqlType {
  const length = BUCKETS.find((bucket) => text.length <= bucket);
  if (NOT_ASCII.test(text)) return mssql.NVarChar(length ?? mssql.MAX);
  if (length !== undefined) return mssql.VarChar(length);
  return mssql.VarChar(text.length <= MAX_VARCHAR ? MAX_VARCHAR : mssql.MAX);
}
