import { and, count, eq, exists, inArray, isNull, max, or, type SQL } from 'drizzle-orm';
import { groupBy } from '../batches.ts';
import type { Queryable } from '../engines/database.ts';
import { appUser, appUserRep } from '../schema/app-user.table.ts';
import { device } from '../schema/device.table.ts';
import type { UserRecord } from './app-user.repository.ts';
import { containsText, countRows, orderOf, type Page, type PageRequest, type SortRequest } from './paging.ts';

/** A line of the user table, and what its devices say. */
export interface UserListRow extends UserRecord {
  readonly lastSeenAt: Date | null;
  /** Devices that are not revoked. */
  readonly deviceCount: number;
}

const SORT_COLUMNS = {
  userWindows: appUser.userWindows,
  nomAffiche: appUser.nomAffiche,
  cUser: appUser.cUser,
  mail: appUser.mail,
  role: appUser.role,
  cAgence: appUser.cAgence,
  isActive: appUser.isActive,
  updatedAt: appUser.updatedAt,
};

export interface UserListRequest extends PageRequest {
  readonly text?: string | null | undefined;
  readonly role?: string | null | undefined;
  readonly isActive?: boolean | null | undefined;
  readonly id?: number;
  readonly sort: SortRequest<keyof typeof SORT_COLUMNS>;
}

/** The « table de correspondance » as administrators browse it. */
export function appUserListRepository(q: Queryable) {
  return {
    async page(request: UserListRequest): Promise<Page<UserListRow>> {
      const isWanted = conditionOf(q, request);
      const rows = await q
        .select()
        .from(appUser)
        .where(isWanted)
        .orderBy(...orderOf(SORT_COLUMNS, request.sort, appUser.id))
        .offset(request.offset)
        .fetch(request.limit);
      const ids = rows.map(({ id }) => id);
      const reps = await repsOf(q, ids);
      const contacts = await contactsOf(q, ids);
      return {
        rows: rows.map((row) => ({
          ...row,
          cReps: reps.get(row.id) ?? [],
          lastSeenAt: contacts.get(row.id)?.lastSeenAt ?? null,
          deviceCount: contacts.get(row.id)?.deviceCount ?? 0,
        })),
        total: await countRows(q, appUser, isWanted),
      };
    },
  };
}

function conditionOf(q: Queryable, { text, role, isActive, id }: UserListRequest): SQL | undefined {
  const isNamed = containsText([appUser.userWindows, appUser.nomAffiche, appUser.mail, appUser.cUser], text);
  const hasRep = q
    .select({ cRep: appUserRep.cRep })
    .from(appUserRep)
    .where(and(eq(appUserRep.userId, appUser.id), containsText([appUserRep.cRep], text)));
  return and(
    isNamed === undefined ? undefined : or(isNamed, exists(hasRep)),
    role ? eq(appUser.role, role) : undefined,
    typeof isActive === 'boolean' ? eq(appUser.isActive, isActive) : undefined,
    id === undefined ? undefined : eq(appUser.id, id),
  );
}

async function repsOf(q: Queryable, ids: readonly number[]): Promise<Map<number, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await q
    .select()
    .from(appUserRep)
    .where(inArray(appUserRep.userId, [...ids]));
  const byUser = groupBy(rows, ({ userId }) => userId);
  return new Map([...byUser].map(([id, some]) => [id, some.map(({ cRep }) => cRep).sort()]));
}

async function contactsOf(
  q: Queryable,
  ids: readonly number[],
): Promise<Map<number, { lastSeenAt: Date | null; deviceCount: number }>> {
  if (ids.length === 0) return new Map();
  const isTheirs = inArray(device.userId, [...ids]);
  const seen = await q
    .select({ userId: device.userId, lastSeenAt: max(device.lastSeenAt) })
    .from(device)
    .where(isTheirs)
    .groupBy(device.userId);
  const used = await q
    .select({ userId: device.userId, deviceCount: count() })
    .from(device)
    .where(and(isTheirs, isNull(device.revokedAt)))
    .groupBy(device.userId);
  const counts = new Map(used.map((row) => [row.userId, row.deviceCount]));
  return new Map(
    seen.map(({ userId, lastSeenAt }) => [userId, { lastSeenAt, deviceCount: counts.get(userId) ?? 0 }]),
  );
}
