import type { LocalCollection } from '../local-collections.ts';

const KEPT_FOR_MS = 30 * 24 * 3_600_000;

/**
 * Drops operations that were integrated a month ago: what they did stands in the documents by now. With one goes what it
 * took the place of, which would look unsettled without it. Nothing else ever goes by itself.
 */
export async function pruneOperations(
  operations: LocalCollection<'operation'>,
  now = Date.now(),
): Promise<void> {
  const limit = new Date(now - KEPT_FOR_MS).toISOString();
  const integrated = await operations.find({ selector: { status: 'integrated' } }).exec();
  const gone = integrated.filter(({ integratedAt }) => (integratedAt ?? limit) < limit);
  if (gone.length === 0) return;
  const names = new Set(gone.map(({ id }) => id));
  for (let cited = citedBy(gone); cited.length > 0;) {
    const found = [...(await operations.findByIds(cited).exec()).values()];
    for (const { id } of found) names.add(id);
    cited = citedBy(found).filter((id) => !names.has(id));
  }
  await operations.bulkRemove([...names]);
}

function citedBy(operations: readonly { cites?: string }[]): string[] {
  return operations.flatMap(({ cites }) => cites ?? []);
}
