import { type Column, getColumns } from 'drizzle-orm';
import type { MsSqlTable } from 'drizzle-orm/mssql-core';
import { clientCa } from '../schema/client-ca.table.ts';
import { clientRelation } from '../schema/client-relation.table.ts';
import { client } from '../schema/client.table.ts';
import { liste } from '../schema/liste.table.ts';
import { type CellParser, cellParser, type Presence } from './cell.ts';

/** A column of a file: its name in the header, the property it fills, and how its cells are read. */
export interface FileColumn {
  readonly name: string;
  readonly property: string;
  readonly parse: CellParser;
  readonly isKey: boolean;
}

export interface FileLayout {
  readonly file: string;
  readonly columns: readonly FileColumn[];
  /** Properties of the key, in order. */
  readonly key: readonly string[];
}

export interface TableLayout extends FileLayout {
  readonly table: MsSqlTable;
  readonly tableColumns: Readonly<Record<string, Column>>;
  /** The key is an identity column: its values must be forced on SQL Server. */
  readonly hasIdentity: boolean;
}

function tableLayout(file: string, table: MsSqlTable, key: readonly string[]): TableLayout {
  const tableColumns: Readonly<Record<string, Column>> = getColumns(table);
  const columns = Object.entries(tableColumns).map(([property, column]): FileColumn => {
    const isKey = key.includes(property);
    const presence: Presence = isKey ? 'key' : column.notNull ? 'required' : 'optional';
    return { name: column.name, property, parse: cellParser(column.getSQLType(), presence), isKey };
  });
  return { file, columns, key, table, tableColumns, hasIdentity: table === clientRelation };
}

/** Files of an extract that are winpneu's own tables, in the order they are loaded. */
export const WINPNEU_FILES: readonly TableLayout[] = [
  tableLayout('liste.csv', liste, ['liste', 'code']),
  tableLayout('client.csv', client, ['cClient']),
  tableLayout('client_ca.csv', clientCa, ['cClient', 'annee', 'mois']),
  tableLayout('client_relation.csv', clientRelation, ['numRelation']),
];

const userColumn = (name: string, property: string, sqlType: string, presence: Presence): FileColumn => ({
  name,
  property,
  parse: cellParser(sqlType, presence),
  isKey: presence === 'key',
});

/** The customer's « table de correspondance ». `scope_kind` and `c_agence` may be left out. */
export const USER_FILE: FileLayout = {
  file: 'utilisateur.csv',
  key: ['userWindows'],
  columns: [
    userColumn('user_windows', 'userWindows', 'varchar(60)', 'key'),
    userColumn('c_user', 'cUser', 'varchar(4)', 'key'),
    userColumn('mail', 'mail', 'varchar(255)', 'required'),
    userColumn('nom_affiche', 'nomAffiche', 'nvarchar(80)', 'key'),
    userColumn('role', 'role', 'varchar(12)', 'key'),
    userColumn('c_rep', 'cRep', 'varchar(200)', 'optional'),
    userColumn('scope_kind', 'scopeKind', 'varchar(8)', 'optional'),
    userColumn('c_agence', 'cAgence', 'varchar(4)', 'optional'),
  ],
};

/** Code of a row's key, equal for what winpneu takes for the same key: without regard to padding and case. */
export function keyOf(layout: FileLayout, values: Readonly<Record<string, unknown>>): string {
  return layout.key.map((property) => String(values[property]).trimEnd().toUpperCase()).join(' ');
}
