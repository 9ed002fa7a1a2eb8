import { mssqlSchema } from 'drizzle-orm/mssql-core';

/** winpneu, the ERP's own schema: read, and written only where the customer's text says so. */
export const dbo = mssqlSchema('dbo');

/** The hub's own schema. Its migrations are made by drizzle-kit. */
export const crm = mssqlSchema('crm');
