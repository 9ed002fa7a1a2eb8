import { deviceQuotaRepository, type Queryable } from '@tournee/db';
import type { Viewer } from '../context.ts';

/** What may be refused to a device on a day of UTC: each refusal is stored several times over. */
export const REFUSED_A_DAY = { operations: 300, bytes: 5_000_000 };

/**
 * Threat: a device that sends nothing but nonsense fills the database, for refusals are kept. Beyond a day's share they
 * are answered and not kept; what is accepted is not counted.
 */
export interface RefusalQuota {
  /** Uses a refusal of so many bytes, in the transaction that keeps it. False when it must not be kept. */
  allows(tx: Queryable, author: Viewer, bytes: number, now: Date): Promise<boolean>;
}

export function refusalQuota(onReached: (author: Viewer) => void): RefusalQuota {
  return {
    async allows(tx, author, bytes, now) {
      const { deviceId } = author;
      const use = { deviceId, kind: 'refused', bytes, now, max: REFUSED_A_DAY } as const;
      const outcome = await deviceQuotaRepository(tx).use(use);
      if (outcome === 'reached') onReached(author);
      return outcome === 'used';
    },
  };
}
