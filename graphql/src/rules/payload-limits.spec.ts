import fc from 'fast-check';
import { PAYLOAD_LIMITS, payloadFault } from './payload-limits.ts';

const nested = (levels: number, wrap: (inner: unknown) => unknown): unknown =>
  Array.from({ length: levels }).reduce((inner: unknown) => wrap(inner), 1);
const wide = (keys: number): object =>
  Object.fromEntries(Array.from({ length: keys }, (_, index) => [`k${String(index)}`, 0]));

describe('payloadFault', () => {
  it('accepts as many levels as allowed, and no more', () => {
    for (const wrap of [(inner: unknown) => [inner], (inner: unknown) => ({ inner })]) {
      expect(payloadFault(nested(PAYLOAD_LIMITS.depth, wrap))).toBeNull();
      expect(payloadFault(nested(PAYLOAD_LIMITS.depth + 1, wrap))).toBe('PAYLOAD_TOO_DEEP');
      expect(payloadFault(nested(6000, wrap))).toBe('PAYLOAD_TOO_DEEP');
    }
  });

  it('counts the keys and values of every level', () => {
    const { width } = PAYLOAD_LIMITS;
    expect(payloadFault(wide(width))).toBeNull();
    expect(payloadFault(wide(width + 1))).toBe('PAYLOAD_TOO_WIDE');
    expect(payloadFault({ a: [{ b: wide(width + 1) }] })).toBe('PAYLOAD_TOO_WIDE');
    expect(payloadFault({ a: Array.from({ length: width + 1 }, () => 0) })).toBe('PAYLOAD_TOO_WIDE');
  });

  it('counts bytes of UTF-8, as the wire has them', () => {
    const frame = Buffer.byteLength(JSON.stringify({ text: '' }));
    const room = PAYLOAD_LIMITS.bytes - frame;
    expect(payloadFault({ text: 'x'.repeat(room) })).toBeNull();
    expect(payloadFault({ text: 'x'.repeat(room + 1) })).toBe('PAYLOAD_TOO_LARGE');
    expect(payloadFault({ text: 'é'.repeat(room / 2 + 1) })).toBe('PAYLOAD_TOO_LARGE');
    expect(payloadFault({ text: '🚜'.repeat(room / 4) })).toBeNull();
  });

  it('says nothing of any small value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(payloadFault(value)).toBeNull();
      }),
    );
  });
});
