import type { UserRecord } from '@tournee/db';
import * as z from 'zod';
import { userMessages } from './user.messages.ts';

/** A line of the « table de correspondance » that makes sense. */
export type UserFields = Pick<
  UserRecord,
  'userWindows' | 'cUser' | 'mail' | 'nomAffiche' | 'role' | 'scopeKind' | 'cAgence' | 'cReps'
>;

export type CheckedUser =
  | { readonly isValid: true; readonly fields: UserFields }
  | { readonly isValid: false; readonly field: keyof UserFields; readonly message: string };

/** One line: a control character, such as a tab or NUL, can be neither typed at sign-in nor read on a screen. */
const line = (max: number, message: string) =>
  z
    .string(message)
    .trim()
    .min(1, message)
    .max(max, message)
    .regex(/^\P{Cc}*$/u, message);
/** It is part of every operation's name, and of the names of scopes. */
const code = (message: string) =>
  z
    .string(message)
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{1,4}$/, message);

const userFields = z
  .object({
    userWindows: line(60, userMessages.userWindows),
    cUser: code(userMessages.cUser),
    mail: line(255, userMessages.mail).pipe(z.email(userMessages.mail)),
    nomAffiche: line(80, userMessages.nomAffiche),
    role: z.enum(['commercial', 'admin', 'comptable'], userMessages.role),
    scopeKind: z.enum(['rep', 'agence', 'tous'], userMessages.scopeKind),
    cAgence: code(userMessages.cAgence).nullable(),
    cReps: z.array(code(userMessages.cReps)).transform((codes) => [...new Set(codes)].sort()),
  })
  .refine((user) => user.scopeKind !== 'agence' || user.cAgence !== null, {
    path: ['cAgence'],
    message: userMessages.agenceMissing,
  })
  .refine((user) => user.role !== 'commercial' || user.scopeKind !== 'rep' || user.cReps.length > 0, {
    path: ['cReps'],
    message: userMessages.repMissing,
  });

/** Checks a line, and says which field is wrong and why. */
export function checkUser(input: Record<keyof UserFields, unknown>): CheckedUser {
  const parsed = userFields.safeParse({
    ...input,
    cAgence: input.cAgence === '' ? null : (input.cAgence ?? null),
  });
  if (parsed.success) return { isValid: true, fields: parsed.data };
  const [issue] = parsed.error.issues;
  const field = String(issue?.path[0] ?? 'userWindows') as keyof UserFields;
  return { isValid: false, field, message: issue?.message ?? '' };
}

/** True when a line says what stands in the table. */
export function isSameUser(fields: UserFields, known: UserFields): boolean {
  const { cReps, ...rest } = fields;
  return (
    cReps.join() === known.cReps.join() &&
    Object.entries(rest).every(([key, value]) => known[key as keyof UserFields] === value)
  );
}
