import {
  holdsUserName,
  isTrivialPassword,
  PASSWORD_MAX_LENGTH,
  PASSWORD_MIN_LENGTH,
  passwordLength,
} from '@tournee/graphql';
import { sessionMessages } from './session.messages.ts';

/**
 * Why a password may not be chosen, as a French sentence; null when it may.
 * @param userName Windows user name
 */
export function passwordFault(password: string, userName: string): string | null {
  const length = passwordLength(password);
  if (length < PASSWORD_MIN_LENGTH) return sessionMessages.passwordTooShort(PASSWORD_MIN_LENGTH);
  if (length > PASSWORD_MAX_LENGTH) return sessionMessages.passwordTooLong(PASSWORD_MAX_LENGTH);
  if (holdsUserName(password, userName)) return sessionMessages.passwordIsName;
  return isTrivialPassword(password) ? sessionMessages.passwordTrivial : null;
}
