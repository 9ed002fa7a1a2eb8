import { appUserRepository, type Database } from '@tournee/db';
import { verifyPassword } from './modules/session/password.ts';

const ROLES: Readonly<Record<string, string>> = {
  commercial: 'commercial (sales rep)',
  admin: 'administrateur (admin)',
  comptable: 'comptable (accountant)',
};

/** Lines that show whoever tries the demo how to get in. */
export async function describeDemo(): Promise<string> {
  const { DEMO_PASSWORD, DEMO_USERS } = await import('@tournee/db/demo');
  const lines = DEMO_USERS.map(
    ({ userWindows, role }) => `  ${userWindows.padEnd(12)}${ROLES[role] ?? role}`,
  );
  return [`Demo accounts, password ${DEMO_PASSWORD}:`, ...lines, ''].join('\n');
}

/** Whether the accounts are those of the demo: users of a real base who bear such a name do not have its password. */
export async function hasDemoAccounts(database: Database): Promise<boolean> {
  const { DEMO_PASSWORD, DEMO_USERS } = await import('@tournee/db/demo');
  const users = appUserRepository(database.db);
  for (const { userWindows } of DEMO_USERS) {
    const user = await users.findByName(userWindows);
    if (!user?.isActive || !(await verifyPassword(user.passwordHash, DEMO_PASSWORD))) return false;
  }
  return true;
}
