/**
 * Data of the events of a server-sent event stream (`text/event-stream`), read from the body of a `fetch`: the
 * browser's own `EventSource` cannot send an `Authorization` header.
 */
export interface StreamEvent {
  /** `message` when the stream does not name it. */
  name: string;
  data: string;
}

/** Splits the text of a stream into events; call `push` with each piece as it comes. */
export class EventStreamParser {
  #rest = '';

  /** The events that a piece completes. A comment (a heartbeat) completes none. */
  push(piece: string): StreamEvent[] {
    const text = this.#rest + piece;
    // A line break cut in two (`\r` now, `\n` with the next piece) would look like two.
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
    const blocks = whole.replace(/\r\n?/g, '\n').split('\n\n');
    this.#rest = (blocks.pop() ?? '') + text.slice(whole.length);
    return blocks.flatMap((block) => parseBlock(block) ?? []);
  }
}

function parseBlock(block: string): StreamEvent | null {
  let name = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^([a-z]+):? ?(.*)$/.exec(line) ?? [];
    if (field === 'event') name = value;
    else if (field === 'data') data.push(value);
  }
  return data.length === 0 && name === 'message' ? null : { name, data: data.join('\n') };
}
