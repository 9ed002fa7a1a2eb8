const MESSAGE_LENGTH = 300;
const CAUSES = 4;

export interface ErrorDescription {
  name: string;
  message: string;
  code?: unknown;
  number?: unknown;
  stack?: string[];
  cause?: ErrorDescription;
}

/**
 * What a log may say of an error. Threat: a database error repeats the statement's parameters or the text that did not
 * fit, that is, customers' content, a password's hash or a token. Of such errors only name and number are kept.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error, message: 'not an Error' };
  const { code, number, params } = error as Error & { code?: unknown; number?: unknown; params?: unknown };
  const isOfDatabase = typeof number === 'number' || params !== undefined;
  const cause =
    error.cause !== undefined && depth < CAUSES ? describeError(error.cause, depth + 1) : undefined;
  return {
    name: error.name,
    message: isOfDatabase ? 'a statement failed' : error.message.slice(0, MESSAGE_LENGTH),
    ...(code === undefined ? {} : { code }),
    ...(number === undefined ? {} : { number }),
    ...(error.stack === undefined ? {} : { stack: framesOf(error.stack) }),
    ...(cause === undefined ? {} : { cause }),
  };
}

/** The same in a sentence, for administrators: a run report is kept, and mailed. */
export function errorSentence(error: unknown): string {
  if (!(error instanceof Error))
    return typeof error === 'string' ? error.slice(0, MESSAGE_LENGTH) : 'unknown error';
  const parts: string[] = [];
  let next: ErrorDescription | undefined = describeError(error);
  for (; next !== undefined; next = next.cause) {
    const number = typeof next.number === 'number' ? ` (${String(next.number)})` : '';
    parts.push(`${next.message}${number}`);
  }
  return [...new Set(parts)].join(' – ');
}

/** The places only: the head of a stack repeats the message. */
function framesOf(stack: string): string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 12);
}
