import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { appUserRepository, deviceRepository, sessionRepository, type UserRecord } from '@tournee/db';
import { FIRST_PASSWORD, withDatabase } from '../hub/loaded-base.ts';
import { ContractDevice } from '../hub/contract-device.ts';

const DAY_MS = 86_400_000;
/** A laptop on a slow line waits this long for an answer. */
const PATIENCE_MS = 120_000;

/** A laptop of a rep that worked yesterday: signed in then, its base complete up to a checkpoint. */
export interface KeptDevice {
  device: ContractDevice;
  cUser: string;
  /** A client of his, for him to visit. */
  cClient: string;
}

/** So many laptops, shared out over all reps of a base. Their sessions are written into the base directly. */
export async function keptDevices(dataFolder: string, url: string, count: number): Promise<KeptDevice[]> {
  const users = (await withDatabase(dataFolder, ({ db }) => appUserRepository(db).list())).filter(
    ({ role, isActive }) => role === 'commercial' && isActive,
  );
  const firsts = new Map<number, ContractDevice>();
  for (const { id, userWindows } of users) {
    const first = new ContractDevice({ url });
    await first.session.signIn(userWindows, FIRST_PASSWORD);
    await first.pullAll();
    if (first.held('client').length > 0) firsts.set(id, first);
  }
  const owners = users.filter(({ id }) => firsts.has(id));
  return await withDatabase(dataFolder, async ({ db }) => {
    const kept: KeptDevice[] = [];
    for (let index = 0; index < count; index += 1) {
      const owner = owners[index % owners.length];
      const first = owner && firsts.get(owner.id);
      if (owner === undefined || first === undefined) throw new Error('The base has no rep with clients.');
      const clients = first.held<{ id: string }>('client');
      const cClient = clients[index % clients.length]?.id ?? '';
      kept.push({ device: await restored(db, owner, first, url), cUser: owner.cUser, cClient });
    }
    return kept;
  });
}

async function restored(
  db: Parameters<typeof deviceRepository>[0],
  owner: UserRecord,
  first: ContractDevice,
  url: string,
): Promise<ContractDevice> {
  const deviceId = randomUUID();
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  await deviceRepository(db).insert({
    id: deviceId,
    userId: owner.id,
    name: 'Portable de mesure',
    keyThumbprint: null,
    now,
  });
  await sessionRepository(db).insert({
    tokenHash: createHash('sha256').update(token).digest('hex'),
    userId: owner.id,
    deviceId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + DAY_MS),
  });
  const device = new ContractDevice({ url, patienceMs: PATIENCE_MS });
  device.session.resume(token, deviceId, first.session.user);
  device.resumeFrom(first);
  return device;
}
