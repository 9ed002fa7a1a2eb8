import type { PageRequest } from '@tournee/db';
import { badInput } from './errors.ts';
import { errorMessages } from './errors.messages.ts';

/** Most rows that a page may have. */
export const PAGE_SIZE_MAX = 200;
/** Beyond it, an offset is no whole number of 32 bits any more. */
const PAGE_MAX = 1_000_000;

export interface PageArguments {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

/** The rows that a page of a list means. @throws BAD_INPUT */
export function pageRequest({ page, pageSize }: PageArguments): PageRequest {
  const isPage = Number.isInteger(page) && page >= 1 && page <= PAGE_MAX;
  const isSize = Number.isInteger(pageSize) && pageSize >= 1 && pageSize <= PAGE_SIZE_MAX;
  if (!isPage || !isSize) throw badInput(errorMessages.badPage(PAGE_SIZE_MAX), isPage ? 'pageSize' : 'page');
  return { offset: (page - 1) * pageSize, limit: pageSize };
}

/** A number that stands for a row; null when the text is none. */
export function rowId(id: string): number | null {
  return /^[1-9]\d{0,8}$/.test(id) ? Number(id) : null;
}
