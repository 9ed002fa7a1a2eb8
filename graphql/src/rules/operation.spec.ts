import fc from 'fast-check';
import { OPERATION_CODES, operationName, parseOperationName, refusal } from './operation.ts';

const INSTANT = new Date('2026-11-24T10:15:00.123Z');
const bytes = fc.uint8Array({ minLength: 8, maxLength: 16 });
const instant = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const userCode = fc.stringMatching(/^[A-Z0-9]{1,4}$/);

describe('operationName', () => {
  it('is readable: code, user, instant in UTC, eight letters or digits', () => {
    const name = operationName('VC', 'GA00', INSTANT, new Uint8Array([0, 25, 26, 35, 36, 71, 255, 1]));
    expect(name).toBe('VC_GA00_20261124T101500123_az09a9db');
  });

  it('takes eight of the random bytes, however many there are', () => {
    const eight = operationName('VC', 'GA00', INSTANT, new Uint8Array(8).fill(7));
    expect(operationName('VC', 'GA00', INSTANT, new Uint8Array(64).fill(7))).toBe(eight);
  });

  it('can be parsed back, whatever code, user, instant and chance', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...OPERATION_CODES),
        userCode,
        instant,
        bytes,
        (code, cUser, when, random) => {
          const stamp = when.toISOString().replace(/[^0-9T]/g, '');
          expect(parseOperationName(operationName(code, cUser, when, random))).toEqual({
            code,
            cUser,
            stamp,
          });
        },
      ),
    );
  });

  it('is a safe file name, mail subject and URL part', () => {
    fc.assert(
      fc.property(userCode, instant, bytes, (cUser, when, random) => {
        expect(operationName('VC', cUser, when, random)).toMatch(/^\w{1,40}$/);
      }),
    );
  });

  it('sorts by the instant, for one code and user', () => {
    fc.assert(
      fc.property(instant, instant, bytes, (a, b, random) => {
        fc.pre(a.getTime() < b.getTime());
        expect(operationName('VC', 'GA00', a, random) < operationName('VC', 'GA00', b, random)).toBe(true);
      }),
    );
  });

  it('is not the same twice', () => {
    const names = Array.from({ length: 2000 }, () =>
      operationName('VC', 'GA00', INSTANT, crypto.getRandomValues(new Uint8Array(8))),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('parseOperationName', () => {
  it.each([
    '',
    'VC',
    'VC_GA00_20261124T101500123',
    'vc_GA00_20261124T101500123_7f3a9c2k',
    'VCX_GA00_20261124T101500123_7f3a9c2k',
    'VC_ga00_20261124T101500123_7f3a9c2k',
    'VC__20261124T101500123_7f3a9c2k',
    'VC_GA001_20261124T101500123_7f3a9c2k',
    'VC_GA0 _20261124T101500123_7f3a9c2k',
    'VC_GA00_20261124T101500_7f3a9c2k',
    'VC_GA00_20261124T101500123_7f3a9c2',
    'VC_GA00_20261124T101500123_7F3A9C2K',
    'VC_GA00_20261124T101500123_7f3a9c2k\n',
    ' VC_GA00_20261124T101500123_7f3a9c2k',
    "VC_GA00_20261124T101500123_7f3a9c2'",
    '../VC_GA00_20261124T101500123_7f3a9c2k',
  ])('takes %p for no name', (text) => {
    expect(parseOperationName(text)).toBeNull();
  });

  it('reads codes that this version does not know yet', () => {
    expect(parseOperationName('ZZ_A_20261124T101500123_00000000')?.code).toBe('ZZ');
  });
});

describe('refusal', () => {
  it('names no field unless there is one at fault', () => {
    expect(refusal('CODE', 'Phrase.')).toEqual({ code: 'CODE', message: 'Phrase.', field: null });
    expect(refusal('CODE', 'Phrase.', 'date').field).toBe('date');
  });
});
