import { customType } from 'drizzle-orm/mssql-core';

/**
 * A `char(n)` of winpneu. SQL Server pads it with blanks on read and ignores trailing blanks when it compares:
 * the blanks are the ERP's storage, not its data, so they are trimmed here, once.
 */
export const paddedChar = customType<{ data: string; driverData: string; config: { length: number } }>({
  dataType: (config) => `char(${String(config?.length ?? 1)})`,
  fromDriver: (value) => value.trimEnd(),
  toDriver: (value) => value,
});
