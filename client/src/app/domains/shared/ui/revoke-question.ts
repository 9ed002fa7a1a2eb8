import type { Device } from '@tournee/graphql';
import type { Question } from './confirm-dialog.ts';
import { deviceMessages } from './device-messages.ts';

/** Tells what happens to a device that is revoked, before it is. */
export function revokeQuestion({ name, unsent, isCurrent }: Device): Question {
  return {
    title: deviceMessages.revokeTitle(name),
    lines: [
      isCurrent ? deviceMessages.revokeCurrent : deviceMessages.revokeOut,
      deviceMessages.revokeUnsent(unsent ?? 0),
      deviceMessages.revokeAgain,
    ],
    yes: deviceMessages.revoke,
    no: deviceMessages.cancel,
  };
}
