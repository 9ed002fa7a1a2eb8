import { decodeCsv } from './decode-csv.ts';

describe('decodeCsv', () => {
  it('reads UTF-8, with or without its mark', () => {
    expect(decodeCsv(new TextEncoder().encode('Gérard;Œuvre'))).toBe('Gérard;Œuvre');
    expect(decodeCsv(new TextEncoder().encode('\uFEFFGérard'))).toBe('Gérard');
  });

  it('reads what Excel saves on a French Windows', () => {
    expect(decodeCsv(Uint8Array.of(0x47, 0xe9, 0x72, 0x61, 0x72, 0x64, 0x3b, 0x8c, 0x80))).toBe('Gérard;Œ€');
  });
});
