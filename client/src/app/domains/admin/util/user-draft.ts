import type { AdminUser, Role, ScopeKind, UserInput } from '@tournee/graphql';

/** A line of the « table de correspondance » as it is typed. */
export interface UserDraft {
  readonly userWindows: string;
  readonly cUser: string;
  readonly mail: string;
  readonly nomAffiche: string;
  readonly role: Role;
  readonly scopeKind: ScopeKind;
  readonly cAgence: string;
  /** Rep codes, apart by a comma or a blank. */
  readonly cReps: string;
}

const BLANK: UserDraft = {
  userWindows: '',
  cUser: '',
  mail: '',
  nomAffiche: '',
  role: 'commercial',
  scopeKind: 'rep',
  cAgence: '',
  cReps: '',
};

/** @param user null: a new one */
export function draftOf(user: AdminUser | null): UserDraft {
  if (user === null) return BLANK;
  const { userWindows, cUser, mail, nomAffiche, role, scopeKind, cAgence, cReps } = user;
  return {
    userWindows,
    cUser,
    mail,
    nomAffiche,
    role,
    scopeKind,
    cAgence: cAgence ?? '',
    cReps: cReps.join(', '),
  };
}

/** What the hub is asked to write. It checks; nothing is refused here that it would take. */
export function inputOf({ cAgence, cReps, cUser, ...draft }: UserDraft): UserInput {
  const agence = cAgence.trim().toUpperCase();
  return {
    ...draft,
    cUser: cUser.trim().toUpperCase(),
    cAgence: agence === '' ? null : agence,
    cReps: cReps
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter((code) => code !== ''),
  };
}

export function isSameDraft(one: UserDraft, other: UserDraft): boolean {
  return (Object.keys(one) as (keyof UserDraft)[]).every((field) => one[field] === other[field]);
}
