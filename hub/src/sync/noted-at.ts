import { deviceContactRepository, type Queryable } from '@tournee/db';
import type { Viewer } from '../context.ts';

/**
 * When the operations of a push can have been noted: the device's word, bounded by what the hub knows. Not later than now,
 * and not before the device's last contact: what it had then, it would have sent then. A clock that is set back gains nothing.
 */
export async function notingTimes(
  q: Queryable,
  { deviceId }: Pick<Viewer, 'deviceId'>,
  now: Date,
): Promise<(createdAt: Date) => Date> {
  const lastContact = (await deviceContactRepository(q).before(deviceId, now))?.getTime() ?? -Infinity;
  return (createdAt) => new Date(Math.min(Math.max(createdAt.getTime(), lastContact), now.getTime()));
}
