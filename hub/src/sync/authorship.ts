import { type Queryable, userCodeRepository, type UserCodeRow } from '@tournee/db';
import type { Viewer } from '../context.ts';

/**
 * Operations belong to a person, whatever the code that they bear: it may have changed while they waited on a device.
 * Answers the code that the author held when one was noted, or null when the code it bears never was theirs. Threat: a
 * code that somebody else holds now must not be written under by who held it before.
 */
export type CodeOfDay = (named: string, notedAt: Date) => string | null;

export async function codesOfDay(
  q: Queryable,
  viewer: Pick<Viewer, 'userId' | 'cUser'>,
  named: readonly string[],
): Promise<CodeOfDay> {
  const isPlain = named.every((code) => code === viewer.cUser);
  const journal = isPlain ? [] : await userCodeRepository(q).ofUser(viewer.userId);
  return (code, notedAt) => {
    if (code === viewer.cUser) return code;
    const own = journal.find(({ cUser }) => cUser === code);
    if (!own) return null;
    if (isHeld(own, notedAt)) return code;
    const other = journal.find((row) => row.heldSince <= notedAt && isHeld(row, notedAt));
    return other?.cUser ?? viewer.cUser;
  };
}

function isHeld({ leftAt }: UserCodeRow, instant: Date): boolean {
  return leftAt === null || instant <= leftAt;
}
