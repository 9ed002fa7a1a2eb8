/**
 * Who may call a field of the contract. `public`: whoever has the proof that its arguments ask for. `session`: whoever is
 * signed in, also while he must change his password. `viewer`: whoever is signed in. `own`: whoever is signed in, for
 * what is his; administrators for all. `admin`: administrators.
 */
export type AccessRule = 'public' | 'session' | 'viewer' | 'own' | 'admin';

/** Every field of the contract has its rule here: access.db.spec.ts fails for one that has none. */
export const ACCESS_RULES: Readonly<Record<string, AccessRule>> = {
  'Query.me': 'viewer',
  'Query.baseState': 'viewer',
  'Query.pullClients': 'viewer',
  'Query.pullClientHistories': 'viewer',
  'Query.pullProspects': 'viewer',
  'Query.pullVisits': 'viewer',
  'Query.pullReferences': 'viewer',
  'Query.pullSettings': 'viewer',
  'Query.pullOperations': 'viewer',
  'Query.myDevices': 'viewer',
  'Query.adminDevices': 'admin',
  'Query.adminIntegrationErrors': 'admin',
  'Query.adminIntegrationError': 'admin',
  'Query.adminJobs': 'admin',
  'Query.adminJobRuns': 'admin',
  'Query.adminMails': 'admin',
  'Query.adminMail': 'admin',
  'Query.adminSettings': 'admin',
  'Query.adminSettingChanges': 'admin',
  'Query.checkSetting': 'admin',
  'Query.adminUsers': 'admin',
  'Query.adminUser': 'admin',
  'Query.exportUsers': 'admin',
  'Query.adminQuarantine': 'admin',
  'Mutation.signIn': 'public',
  'Mutation.refreshSession': 'public',
  'Mutation.quarantineOperations': 'public',
  'Mutation.resetPassword': 'public',
  'Mutation.signOut': 'session',
  'Mutation.changePassword': 'session',
  'Mutation.pushOperations': 'viewer',
  'Mutation.reportDevice': 'viewer',
  'Mutation.revokeDevice': 'own',
  'Mutation.replayOperation': 'admin',
  'Mutation.closeIntegrationError': 'admin',
  'Mutation.reopenIntegrationError': 'admin',
  'Mutation.runJob': 'admin',
  'Mutation.setJobPaused': 'admin',
  'Mutation.retryMail': 'admin',
  'Mutation.updateSettings': 'admin',
  'Mutation.addUser': 'admin',
  'Mutation.updateUser': 'admin',
  'Mutation.setUserActive': 'admin',
  'Mutation.liftSignInLock': 'admin',
  'Mutation.sendPasswordReset': 'admin',
  'Mutation.importUsers': 'admin',
  'Subscription.changed': 'viewer',
};

export const PERSONS = [
  'anonymous',
  'repA',
  'repB',
  'admin',
  'accountant',
  'mustChange',
  'deactivated',
  'revoked',
] as const;
export type Person = (typeof PERSONS)[number];

/** Code that a person is refused with; null when he is let in. */
export function refusalFor(rule: AccessRule, person: Person): string | null {
  if (rule === 'public') return null;
  if (person === 'anonymous') return 'UNAUTHENTICATED';
  if (person === 'deactivated' || person === 'revoked') return 'SESSION_REVOKED';
  if (rule === 'session') return null;
  if (person === 'mustChange') return 'PASSWORD_CHANGE_REQUIRED';
  // The walk names nothing that is his.
  return rule !== 'viewer' && person !== 'admin' ? 'FORBIDDEN' : null;
}
