import { EventStreamParser } from './event-stream.ts';

describe('EventStreamParser', () => {
  it('reads events however they are cut', () => {
    const text =
      'event: next\ndata: {"a":1}\n\n:\n\nevent: next\r\ndata: {"a":2}\r\n\r\nevent: complete\ndata:\n\n';
    for (let size = 1; size <= text.length; size += 1) {
      const parser = new EventStreamParser();
      const events = (text.match(new RegExp(`[^]{1,${String(size)}}`, 'g')) ?? []).flatMap((piece) =>
        parser.push(piece),
      );
      expect(events).toEqual([
        { name: 'next', data: '{"a":1}' },
        { name: 'next', data: '{"a":2}' },
        { name: 'complete', data: '' },
      ]);
    }
  });

  it('joins the lines of an event, and takes a heartbeat for none', () => {
    expect(new EventStreamParser().push(': ping\n\ndata: a\ndata:b\n\n')).toEqual([
      { name: 'message', data: 'a\nb' },
    ]);
  });
});
