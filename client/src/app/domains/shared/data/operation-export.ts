import type { Operation } from '@tournee/graphql';

export interface SavedFile {
  name: string;
  text: string;
}

/**
 * Operations as a file that a person can read and send to an administrator. Named after its only operation, or after the
 * first one and how many there are.
 * @param now when it is written
 */
export function operationFile(operations: readonly Operation[], now: Date): SavedFile {
  const [first] = operations;
  const others = operations.length > 1 ? `-et-${String(operations.length - 1)}-autres` : '';
  const kept = operations.map(({ deleted: _, ...operation }) => operation);
  const text = JSON.stringify({ exporteLe: now.toISOString(), saisies: kept }, null, 2);
  return { name: `tournee-${first?.id ?? 'vide'}${others}.json`, text: `${text}\n` };
}

/** Has the browser save a file where the user wants it. */
export function saveFile(document: Document, { name, text }: SavedFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; an address that is never given back keeps the text in memory.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
