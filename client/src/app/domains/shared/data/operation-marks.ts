import type { KeyValueStore } from '../../../local-db/storage/key-value-store.ts';

/** What the user did about operations that the hub need not know. Names only, kept longer than the base. */
export interface OperationMarks {
  /** Refused ones that he let go. */
  givenUp: readonly string[];
  /** Ones whose notice he has read. */
  read: readonly string[];
}

export const NO_MARKS: OperationMarks = { givenUp: [], read: [] };

/** Marks are dropped with the operations they are about, long before there are so many. */
const MARKS_MAX = 2_000;

function key(base: string): string {
  return `${base}/operation-marks`;
}

export async function readMarks(store: KeyValueStore, base: string): Promise<OperationMarks> {
  return (await store.read<OperationMarks>(key(base))) ?? NO_MARKS;
}

/** Adds names to a list of marks. Read again first: another tab may have added some. */
export async function addMarks(
  store: KeyValueStore,
  base: string,
  list: keyof OperationMarks,
  names: readonly string[],
): Promise<OperationMarks> {
  const marks = await readMarks(store, base);
  const next = { ...marks, [list]: [...new Set([...marks[list], ...names])].slice(-MARKS_MAX) };
  await store.write(key(base), next);
  return next;
}
