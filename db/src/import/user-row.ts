import type { CellValue } from './cell.ts';
import type { ExtractRow } from './extract-file.ts';
import type { FileTally } from './import-report.ts';

/** A line of the user table that makes sense. */
export interface UserFields {
  readonly line: number;
  readonly userWindows: string;
  readonly cUser: string;
  readonly mail: string;
  readonly nomAffiche: string;
  readonly role: string;
  readonly scopeKind: string;
  readonly cAgence: string | null;
  readonly cReps: readonly string[];
}

const ROLES: readonly string[] = ['commercial', 'admin', 'comptable'];
const SCOPE_KINDS: readonly string[] = ['rep', 'agence', 'tous'];
/** It is part of every operation's name (graphql/src/rules/operation.ts). */
const USER_CODE = /^[A-Z0-9]{1,4}$/;
const REP_CODE_MAX_LENGTH = 4;

/** Reads a line of the user table; what makes no sense goes to the tally, and the user is left out. */
export function readUser(row: ExtractRow, tally: FileTally): UserFields | undefined {
  const user: UserFields = {
    line: row.line,
    userWindows: text(row, 'userWindows'),
    cUser: text(row, 'cUser').toUpperCase(),
    mail: text(row, 'mail'),
    nomAffiche: text(row, 'nomAffiche'),
    role: text(row, 'role').toLowerCase(),
    scopeKind: text(row, 'scopeKind').toLowerCase() || defaultScopeKind(text(row, 'role').toLowerCase()),
    cAgence: text(row, 'cAgence').toUpperCase() || null,
    // Several codes of one person stand in one field: `GA00,MI01`.
    cReps: [
      ...new Set(
        text(row, 'cRep')
          .toUpperCase()
          .split(/[\s,+/|]+/)
          .filter(Boolean),
      ),
    ],
  };
  const fault = faultOf(user);
  if (fault === undefined) return user;
  tally.bad(row.line, fault.column, fault.reason);
  return undefined;
}

function defaultScopeKind(role: string): string {
  return role === 'admin' ? 'tous' : 'rep';
}

function faultOf(user: UserFields): { column: string; reason: string } | undefined {
  for (const [column, name] of [
    ['user_windows', user.userWindows],
    ['nom_affiche', user.nomAffiche],
  ] as const) {
    if (/\p{Cc}/u.test(name)) return { column, reason: 'holds a control character, such as a tab' };
  }
  if (!USER_CODE.test(user.cUser)) return { column: 'c_user', reason: 'must be 1 to 4 letters or digits' };
  if (!ROLES.includes(user.role)) return { column: 'role', reason: `must be one of ${ROLES.join(', ')}` };
  if (!SCOPE_KINDS.includes(user.scopeKind)) {
    return { column: 'scope_kind', reason: `must be one of ${SCOPE_KINDS.join(', ')}` };
  }
  if (user.cReps.some((code) => code.length > REP_CODE_MAX_LENGTH)) {
    return { column: 'c_rep', reason: `must be codes of at most ${String(REP_CODE_MAX_LENGTH)} characters` };
  }
  if (user.role === 'commercial' && user.scopeKind === 'rep' && user.cReps.length === 0) {
    return { column: 'c_rep', reason: 'is empty: a rep needs at least one code' };
  }
  if (user.scopeKind === 'agence' && user.cAgence === null) {
    return { column: 'c_agence', reason: 'is empty: the user is to see an office' };
  }
  return undefined;
}

function text(row: ExtractRow, property: string): string {
  const value: CellValue = row.values[property] ?? '';
  return typeof value === 'string' ? value.trim() : '';
}
