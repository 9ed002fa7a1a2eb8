/** What makes a browser keep a text with two bytes for each of its characters: a typographic apostrophe is enough. */
const NEEDS_TWO_BYTES = /[\u0100-\uffff]/;
const NOT_ASCII = /[\u0080-\uffff]/g;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * JSON text of a value, one byte a character: where one of them would need two, all that is not ASCII is written as
 * JSON's `\u` escapes. A history is half as large that way, on its road into IndexedDB and on the disk.
 */
export function packedText(value: unknown): string {
  const text = JSON.stringify(value);
  if (!NEEDS_TWO_BYTES.test(text)) return text;
  // What `replace` makes of a wide text stays wide, whatever is in it; decoding makes a new one.
  return decoder.decode(encoder.encode(text.replace(NOT_ASCII, escaped)));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
