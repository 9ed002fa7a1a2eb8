import {
  appUserRepository,
  deviceRepository,
  type Database,
  prospect,
  publishing,
  scopesOfUser,
} from '@tournee/db';
import type { Operation } from '@tournee/graphql';
import type { Viewer } from '../context.ts';
import { silentLog } from '../logger.ts';
import { createClientPublisher } from '../modules/base/client-publisher.ts';
import { createFieldWorkHandlers, prospectPublisher } from '../operation-handlers.ts';
import { createPullService } from '../sync/pull.service.ts';
import { PushService } from '../sync/push.service.ts';
import { OfflineDevice } from './offline-device.ts';
import { testClock } from './test-clock.ts';

/** A crash of the hub in the middle of a transaction: everything is written, nothing is committed. */
export class Crash extends Error {}

/**
 * Three devices (two of one rep) and an administrator's, before a hub whose transactions can be made to crash. The hub's
 * services are the real ones, on a real database.
 */
export class ConvergenceWorld {
  readonly devices: readonly OfflineDevice[];
  readonly admin: OfflineDevice;
  readonly #database: Database;
  readonly #clock = testClock();
  readonly #known: { name: string; userId: number }[] = [];
  #isCrashing = false;

  constructor(database: Database, userIds: { garnier: number; martin: number; admin: number }) {
    this.#database = database;
    const hub = this.#hub();
    const device = (name: string, userId: number): OfflineDevice => {
      this.#known.push({ name, userId });
      return new OfflineDevice({
        name,
        hub,
        viewer: () => this.#viewer(userId, name),
        now: () => this.#tick(),
      });
    };
    this.devices = [
      device('g1', userIds.garnier),
      device('g2', userIds.garnier),
      device('m1', userIds.martin),
    ];
    this.admin = device('ad', userIds.admin);
  }

  /** Makes the devices known to the hub: what they are refused is counted by device. */
  async signIn(): Promise<void> {
    for (const { name, userId } of this.#known) {
      const row = { id: name, userId, name, keyThumbprint: null, now: this.#clock.now() };
      await deviceRepository(this.#database.db).insert(row);
    }
  }

  get all(): OfflineDevice[] {
    return [...this.devices, this.admin];
  }

  /** The next transaction of a push is undone at its end. */
  async crashing<T>(work: () => Promise<T>): Promise<T | null> {
    this.#isCrashing = true;
    try {
      return await work();
    } catch (error) {
      if (error instanceof Crash) return null;
      throw error;
    } finally {
      this.#isCrashing = false;
    }
  }

  async moveClient(cClient: string, cRep: string): Promise<void> {
    await publishing(this.#database, async (tx, feed) => {
      await tx.execute(`update [dbo].[client] set [c_rep] = '${cRep}' where [c_client] = '${cClient}'`);
      const documents = await createClientPublisher({ clock: this.#clock }).documents(tx, cClient);
      await feed.publish(documents, this.#clock.now());
    });
  }

  /** Gives a user a second rep code, or takes it back; the refresh that follows brings the prospects along. */
  async toggleCode(userId: number, cRep: string): Promise<void> {
    await this.#database.transaction(async (tx) => {
      const user = await appUserRepository(tx).findById(userId);
      const isHeld = user?.cReps.includes(cRep) ?? false;
      await tx.execute(
        isHeld
          ? `delete from [crm].[app_user_rep] where [user_id] = ${String(userId)} and [c_rep] = '${cRep}'`
          : `insert into [crm].[app_user_rep] ([user_id], [c_rep]) values (${String(userId)}, '${cRep}')`,
      );
    });
    await prospectPublisher(this.#clock).refreshAll(this.#database);
  }

  async pruneTombstones(): Promise<void> {
    const before = new Date(this.#clock.now().getTime() + 1);
    await publishing(this.#database, (_tx, feed) => feed.pruneTombstones(before));
  }

  async prospectIds(): Promise<string[]> {
    return (await this.#database.db.select({ id: prospect.id }).from(prospect).orderBy(prospect.id)).map(
      ({ id }) => id,
    );
  }

  #tick(): Date {
    this.#clock.advance({ seconds: 1 });
    return this.#clock.now();
  }

  #hub(): {
    push(viewer: Viewer, rows: Operation[]): Promise<Operation[]>;
    pull: ReturnType<typeof createPullService>;
  } {
    const { engine, db } = this.#database;
    const database: Database = {
      engine,
      db,
      changeSchema: (work) => this.#database.changeSchema(work),
      flush: () => this.#database.flush(),
      ping: () => this.#database.ping(),
      checkPages: (limitMs) => this.#database.checkPages(limitMs),
      close: () => this.#database.close(),
      transaction: (work, options) =>
        this.#database.transaction(async (tx) => {
          const result = await work(tx);
          if (this.#isCrashing) throw new Crash();
          return result;
        }, options),
    };
    const handlers = createFieldWorkHandlers(this.#clock);
    const pushes = new PushService({
      database,
      clock: this.#clock,
      log: silentLog(),
      handlers,
      onCommit: () => undefined,
    });
    return {
      push: (viewer, rows) => pushes.push(viewer, rows),
      pull: createPullService(this.#database, this.#clock),
    };
  }

  async #viewer(userId: number, deviceId: string): Promise<Viewer> {
    const user = await appUserRepository(this.#database.db).findById(userId);
    if (!user) throw new Error('no such user');
    const { userWindows, cUser, mail, nomAffiche, cReps, mustChangePassword } = user;
    const role = user.role as Viewer['role'];
    const tokenExpiresAt = new Date('2099-01-01T00:00:00Z');
    return {
      userId,
      deviceId,
      userWindows,
      cUser,
      mail,
      nomAffiche,
      role,
      cReps,
      scopes: scopesOfUser(user),
      mustChangePassword,
      tokenExpiresAt,
    };
  }
}
