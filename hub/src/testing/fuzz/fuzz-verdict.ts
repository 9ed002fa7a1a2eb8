import type { FuzzAnswer } from './fuzz-world.ts';

interface ReadAnswer {
  data?: { pushOperations?: { reason: { code: string; message: string } | null }[] } | null;
  errors?: { message: string; path?: unknown[]; extensions?: { code?: string; unexpected?: boolean } }[];
}

/** What is wrong with an answer, whatever was asked; null when it is an answer or a clear refusal. */
export function faultOf({ status, text, logged }: FuzzAnswer): string | null {
  if (status >= 500) return `HTTP ${String(status)}`;
  const answer = read(text);
  if (answer === null) return `no JSON (HTTP ${String(status)})`;
  const fault = errorFault(answer.errors ?? []) ?? operationFault(answer.data?.pushOperations ?? []);
  if (fault === null && logged.length === 0) return null;
  return [fault ?? 'logged', ...new Set(logged)].join(' / ');
}

function errorFault(errors: NonNullable<ReadAnswer['errors']>): string | null {
  for (const { message, path, extensions } of errors) {
    if (extensions?.code === 'INTERNAL' || extensions?.unexpected) return 'INTERNAL';
    // The library's own sentence about an answer of ours: the resolver gave what the contract does not allow.
    if (path && extensions?.code === undefined) return `no code: ${message}`;
  }
  return null;
}

function operationFault(
  operations: readonly { reason: { code: string; message: string } | null }[],
): string | null {
  // NOT_ACCEPTED: the database knew better than our rules.
  const wrong = operations.find(({ reason }) => reason?.code === 'NOT_ACCEPTED' || reason?.message === '');
  return wrong ? `refused: ${String(wrong.reason?.code)}` : null;
}

function read(text: string): ReadAnswer | null {
  try {
    return JSON.parse(text) as ReadAnswer;
  } catch {
    return null;
  }
}
