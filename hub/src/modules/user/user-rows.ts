import type { UserListRow } from '@tournee/db';
import type { AdminUser } from '@tournee/graphql';

/** A user as administrators see him: nothing of his password. */
export function toAdminUser(row: UserListRow, lockedUntil: Date | null): AdminUser {
  const { passwordHash: _passwordHash, id, role, scopeKind, lastSeenAt, createdAt, updatedAt, ...rest } = row;
  return {
    ...rest,
    id: String(id),
    role: role as AdminUser['role'],
    scopeKind: scopeKind as AdminUser['scopeKind'],
    signInLockedUntil: lockedUntil?.toISOString() ?? null,
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
