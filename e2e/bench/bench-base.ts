import { rm } from 'node:fs/promises';
import type { ExtractSize } from '@tournee/db/demo';
import { HubProcess } from '../hub/hub-process.ts';
import { FIRST_PASSWORD, loadedBase } from '../hub/loaded-base.ts';

/** A loaded base with its hub, and the user the bench signs in as. */
export interface BenchBase {
  hub: HubProcess;
  dataFolder: string;
  userName: string;
  password: string;
  /** Scope the user's clients stand in. */
  scope: string;
  close(): Promise<void>;
}

/** A rep's base: 2,000 clients, 20,000 relations. */
export const REP_SIZE: ExtractSize = { clients: 2000, relations: 20_000, reps: 1 };
/** An admin's base as the search meets it: 10,000 clients. */
export const ADMIN_SIZE: ExtractSize = { clients: 10_000, relations: 20_000, reps: 40 };

export async function benchBase(
  size: ExtractSize,
  user: { name: string; scope: string },
): Promise<BenchBase> {
  const dataFolder = await loadedBase({ size, mustChangePassword: false });
  const hub = await HubProcess.start(dataFolder);
  return {
    hub,
    dataFolder,
    userName: user.name,
    password: FIRST_PASSWORD,
    scope: user.scope,
    close: async () => {
      await hub.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
