/** What the payload of an operation may hold. The longest visit is a tenth of it. */
export const PAYLOAD_LIMITS = {
  /** Of its JSON, in UTF-8. */
  bytes: 128_000,
  /** Objects and lists within each other. */
  depth: 32,
  /** Keys of an object, or values of a list, at any level. */
  width: 200,
} as const;

export type PayloadFault = 'PAYLOAD_TOO_DEEP' | 'PAYLOAD_TOO_WIDE' | 'PAYLOAD_TOO_LARGE';

/** What a payload has too much of; null when it fits. Level by level: nothing that is nested can exhaust the stack. */
export function payloadFault(payload: unknown): PayloadFault | null {
  let level = childrenOf([payload]);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > PAYLOAD_LIMITS.depth) return 'PAYLOAD_TOO_DEEP';
    if (level.some((values) => values.length > PAYLOAD_LIMITS.width)) return 'PAYLOAD_TOO_WIDE';
    level = level.flatMap(childrenOf);
  }
  return utf8Length(JSON.stringify(payload)) > PAYLOAD_LIMITS.bytes ? 'PAYLOAD_TOO_LARGE' : null;
}

/** The values of each object and list among some values. */
function childrenOf(values: readonly unknown[]): unknown[][] {
  return values.flatMap((value) =>
    typeof value === 'object' && value !== null ? [Object.values(value) as unknown[]] : [],
  );
}

/** Bytes of a text in UTF-8; a surrogate without its pair is written as three, like the sign that takes its place. */
function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return length;
}
