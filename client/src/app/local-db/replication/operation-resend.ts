import type { LocalCollection } from '../local-collections.ts';

/**
 * Touches the operations that are still unsent after everything was pushed, so that the replication sees them again.
 * RxDB finds unsent documents by the time they were written: when the laptop's clock was set back in between, it would
 * pass over a visit for ever.
 * @returns whether there was any
 */
export async function resendForgotten(operations: LocalCollection<'operation'>): Promise<boolean> {
  const forgotten = await operations.find({ selector: { status: 'pending' } }).exec();
  for (const operation of forgotten) await operation.incrementalPatch({});
  return forgotten.length > 0;
}
