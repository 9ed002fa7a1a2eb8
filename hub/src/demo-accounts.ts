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
