import { createHash, randomBytes } from 'node:crypto';
import { passwordResetRepository, type Queryable, type UserRecord } from '@tournee/db';
import { userMessages } from './user.messages.ts';

const LINK_HOURS = 24;

/** What stands in a mail of this kind, by which its link is found and hidden from administrators. */
export const RESET_PATH = '/reinitialiser?jeton=';

export interface ResetMail {
  /** Unique for each link. */
  readonly cause: string;
  readonly to: string;
  readonly subject: string;
  readonly before: readonly string[];
  readonly link: string;
  readonly after: readonly string[];
}

/** What is stored of a link's token. It has 256 random bits: a fast digest is enough, unlike for a password. */
export function resetTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Makes a link for a user, good for a day and one use; earlier ones end. Answers the mail that carries it. */
export async function createPasswordReset(
  tx: Queryable,
  user: Pick<UserRecord, 'id' | 'mail' | 'nomAffiche' | 'userWindows'>,
  { now, publicUrl }: { now: Date; publicUrl: string },
): Promise<ResetMail> {
  const token = randomBytes(32).toString('base64url');
  const tokenHash = resetTokenHash(token);
  const expiresAt = new Date(now.getTime() + LINK_HOURS * 3_600_000);
  await passwordResetRepository(tx).insert({ tokenHash, userId: user.id, createdAt: now, expiresAt });
  const { subject, hello, body, userName, ignore } = userMessages.reset;
  return {
    cause: `password-reset:${tokenHash.slice(0, 16)}`,
    to: user.mail,
    subject,
    before: [hello(user.nomAffiche), body],
    link: `${publicUrl}${RESET_PATH}${token}`,
    after: [userName(user.userWindows), ignore],
  };
}
