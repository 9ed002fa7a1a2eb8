import {
  appUserRepository,
  client,
  type Database,
  type NewUser,
  scopesOfUser,
  syncDocRepository,
} from '@tournee/db';
import { hashPassword } from '../modules/session/password.ts';

export const TEST_PASSWORD = 'pneus d’hiver 8';
export const TEST_START = new Date('2026-11-24T09:00:00.000Z');

let sharedHash: Promise<string> | undefined;

export function testUser(fields: Partial<NewUser> & { userWindows: string; cUser: string }): NewUser {
  return {
    mail: `${fields.userWindows}@pneus.example`,
    nomAffiche: fields.userWindows,
    role: 'commercial',
    scopeKind: 'rep',
    cAgence: null,
    cReps: [fields.cUser],
    passwordHash: '',
    mustChangePassword: false,
    isActive: true,
    createdAt: TEST_START,
    updatedAt: TEST_START,
    ...fields,
  };
}

/** Adds a user whose password is `TEST_PASSWORD`, and brings his scopes into use. Answers his id. */
export async function addUser(database: Database, user: NewUser): Promise<number> {
  sharedHash ??= hashPassword(TEST_PASSWORD);
  const passwordHash = await sharedHash;
  return database.transaction(async (tx) => {
    const id = await appUserRepository(tx).insert({ ...user, passwordHash });
    for (const scope of scopesOfUser({ ...user, id }))
      await syncDocRepository(tx).useScope(scope, TEST_START);
    return id;
  });
}

export async function addClient(
  database: Database,
  cClient: string,
  cRep: string,
  cAgence = 'A01',
): Promise<void> {
  await database.db.insert(client).values({ cClient, nomClient: `GARAGE ${cClient}`, cRep, cAgence });
}

/** Two reps, an admin, the accountant; three clients of the first rep and one of the second. */
export async function fillTestBase(database: Database): Promise<void> {
  await addUser(database, testUser({ userWindows: 'igarnier', cUser: 'GA00' }));
  await addUser(database, testUser({ userWindows: 'pmartin', cUser: 'PM00' }));
  await addUser(
    database,
    testUser({ userWindows: 'direction', cUser: 'DIR', role: 'admin', scopeKind: 'tous', cReps: [] }),
  );
  await addUser(database, testUser({ userWindows: 'compta', cUser: 'CPT', role: 'comptable', cReps: [] }));
  for (const code of ['C0001', 'C0002', 'C0003']) await addClient(database, code, 'GA00');
  await addClient(database, 'C0101', 'PM00', 'A02');
}
