import type { SortDirection } from '@tournee/graphql';

/** What a table of the admin area may be asked for, and how it looks when nothing is said. */
export interface TableSpec<Key extends string> {
  readonly sortKeys: readonly Key[];
  readonly sort: TableSort<Key>;
  /** Names of its filters in the address, each with the values it takes; an empty list takes any. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

export interface TableSort<Key extends string = string> {
  readonly key: Key;
  readonly direction: SortDirection;
}

/** Which rows are shown: all of it stands in the address, so that a view can be sent to somebody, and Back works. */
export interface TableQuery<Key extends string = string> {
  readonly text: string;
  /** Value by the filter's name; a filter that is not set is absent. */
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: TableSort<Key>;
  /** From 1. */
  readonly page: number;
}

export const ROWS_PER_PAGE = 50;

const PAGE = /^[1-9]\d{0,5}$/;
const DIRECTIONS = { croissant: 'asc', decroissant: 'desc' } as const;
const TEXT_MAX = 200;

/** Reads an address; what it does not understand is as if it were not there. */
export function readTableQuery<Key extends string>(
  spec: TableSpec<Key>,
  param: (name: string) => string | null,
): TableQuery<Key> {
  const filters: Record<string, string> = {};
  for (const [name, values] of Object.entries(spec.filters)) {
    const value = param(name);
    if (value !== null && value !== '' && (values.length === 0 || values.includes(value)))
      filters[name] = value;
  }
  const key = spec.sortKeys.find((known) => known === param('tri')) ?? spec.sort.key;
  const order = param('ordre');
  const page = param('page') ?? '';
  return {
    text: (param('recherche') ?? '').slice(0, TEXT_MAX),
    filters,
    sort: {
      key,
      direction: order === 'croissant' || order === 'decroissant' ? DIRECTIONS[order] : spec.sort.direction,
    },
    page: PAGE.test(page) ? Number(page) : 1,
  };
}

/** The parameters of an address. What is as usual is left out of it (null). */
export function tableParams<Key extends string>(
  spec: TableSpec<Key>,
  { text, filters, sort, page }: TableQuery<Key>,
): Record<string, string | null> {
  const params: Record<string, string | null> = {
    recherche: text === '' ? null : text,
    tri: sort.key === spec.sort.key ? null : sort.key,
    ordre:
      sort.direction === spec.sort.direction ? null : sort.direction === 'asc' ? 'croissant' : 'decroissant',
    page: page === 1 ? null : String(page),
  };
  for (const name of Object.keys(spec.filters)) params[name] = filters[name] ?? null;
  return params;
}

/** A change of what is asked for starts again at the first page. */
export function changedQuery<Query extends TableQuery>(query: Query, change: Partial<TableQuery>): Query {
  return { ...query, page: 1, ...change };
}

/** What a click on a column's head asks for: its order, then the other way round. */
export function nextSort(sort: TableSort, key: string, first: SortDirection): TableSort {
  if (sort.key !== key) return { key, direction: first };
  return { key, direction: sort.direction === 'asc' ? 'desc' : 'asc' };
}

/** What every page of rows is asked with. */
export function pageVariables<Key extends string>({
  sort,
  page,
}: TableQuery<Key>): {
  sort: TableSort<Key>;
  page: number;
  pageSize: number;
} {
  return { sort, page, pageSize: ROWS_PER_PAGE };
}
