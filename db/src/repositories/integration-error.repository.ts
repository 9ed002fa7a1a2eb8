import { and, asc, eq, gte, inArray, like, ne, type SQL } from 'drizzle-orm';
import type { Queryable } from '../engines/database.ts';
import {
  integrationError,
  type IntegrationErrorEventRow,
  integrationErrorEvent,
  type IntegrationErrorRow,
} from '../schema/integration-error.table.ts';
import { containsText, countRows, orderOf, type Page, type PageRequest, type SortRequest } from './paging.ts';

export type IntegrationErrorState = 'open' | 'resolved' | 'closed';

const SORT_COLUMNS = {
  lastTriedAt: integrationError.lastTriedAt,
  firstTriedAt: integrationError.firstTriedAt,
  createdAt: integrationError.createdAt,
  code: integrationError.code,
  cUser: integrationError.cUser,
  entityId: integrationError.entityId,
  tries: integrationError.tries,
  state: integrationError.state,
};

export interface IntegrationErrorRequest extends PageRequest {
  readonly text?: string | null | undefined;
  readonly state?: string | null | undefined;
  readonly code?: string | null | undefined;
  readonly sort: SortRequest<keyof typeof SORT_COLUMNS>;
}

/** Operations that were refused or failed, and what happened to them. */
export function integrationErrorRepository(q: Queryable) {
  return {
    async find(operation: string): Promise<IntegrationErrorRow | null> {
      const [row] = await q.select().from(integrationError).where(eq(integrationError.operation, operation));
      return row ?? null;
    },

    async insert(row: IntegrationErrorRow): Promise<void> {
      await q.insert(integrationError).values(row);
    },

    async update(operation: string, changes: Partial<Omit<IntegrationErrorRow, 'operation'>>): Promise<void> {
      await q.update(integrationError).set(changes).where(eq(integrationError.operation, operation));
    },

    /** Moves it to another state. False when it is in that state already: of two at once one does it. */
    async moveTo(operation: string, state: IntegrationErrorState): Promise<boolean> {
      const rows = await q
        .update(integrationError)
        .set({ state })
        .output({ inserted: { operation: integrationError.operation } })
        .where(and(eq(integrationError.operation, operation), ne(integrationError.state, state)));
      return rows.length > 0;
    },

    async addEvent(event: Omit<IntegrationErrorEventRow, 'id'>): Promise<void> {
      await q.insert(integrationErrorEvent).values(event);
    },

    /** Events of some operations, oldest first. */
    async events(operations: readonly string[]): Promise<IntegrationErrorEventRow[]> {
      if (operations.length === 0) return [];
      return q
        .select()
        .from(integrationErrorEvent)
        .where(inArray(integrationErrorEvent.operation, [...operations]))
        .orderBy(asc(integrationErrorEvent.id));
    },

    async page(request: IntegrationErrorRequest): Promise<Page<IntegrationErrorRow>> {
      const isWanted = conditionOf(request);
      const rows = await q
        .select()
        .from(integrationError)
        .where(isWanted)
        .orderBy(...orderOf(SORT_COLUMNS, request.sort, integrationError.operation))
        .offset(request.offset)
        .fetch(request.limit);
      return { rows, total: await countRows(q, integrationError, isWanted) };
    },

    /** Errors of a device since an instant, whose operation's name starts like this. */
    countOfDevice: (deviceId: string, prefix: string, since: Date): Promise<number> =>
      countRows(q, integrationError, isOfDevice(deviceId, prefix, since)),

    countOpen: (): Promise<number> => countRows(q, integrationError, eq(integrationError.state, 'open')),
  };
}

function isOfDevice(deviceId: string, prefix: string, since: Date): SQL | undefined {
  return and(
    eq(integrationError.deviceId, deviceId),
    gte(integrationError.firstTriedAt, since),
    like(integrationError.operation, `${prefix}%`),
  );
}

function conditionOf({ text, state, code }: IntegrationErrorRequest): SQL | undefined {
  return and(
    containsText([integrationError.operation, integrationError.entityId, integrationError.cUser], text),
    state ? eq(integrationError.state, state) : undefined,
    code ? eq(integrationError.code, code) : undefined,
  );
}
