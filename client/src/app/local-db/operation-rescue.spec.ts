import type { Operation } from '@tournee/graphql';
import { isOnlyHere } from './operation-rescue.ts';

const refused = (code: string): Operation =>
  ({ status: 'rejected', reason: { code, message: '', field: null } }) as Operation;

describe('isOnlyHere', () => {
  // What `checkIdentity` of the hub refuses stands in no ledger.
  it.each([
    'NAME_INVALID',
    'AUTHOR_MISMATCH',
    'ENTITY_INVALID',
    'CREATED_AT_INVALID',
    'PAYLOAD_TOO_LARGE',
    'QUOTA_REACHED',
  ])('knows that the hub kept nothing of what it refused as %s', (code) => {
    expect(isOnlyHere(refused(code))).toBe(true);
  });

  it('knows that the hub has what its rules refused', () => {
    expect(isOnlyHere(refused('VISIT_TOO_OLD'))).toBe(false);
  });
});
