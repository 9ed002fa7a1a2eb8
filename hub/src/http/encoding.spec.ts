import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { chooseEncoding, compress } from './encoding.ts';

describe('chooseEncoding', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['GZIP', 'gzip'],
    ['*', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['gzip;q=0', null],
    ['identity', null],
    ['', null],
    [null, null],
  ])('reads %j as %j', (header, expected) => {
    expect(chooseEncoding(header)).toBe(expected);
  });
});

describe('compress', () => {
  const body = Buffer.from('été '.repeat(1000));

  it('can be undone', async () => {
    expect(gunzipSync(await compress(body, 'gzip', 'quick'))).toEqual(body);
    expect(brotliDecompressSync(await compress(body, 'br', 'thorough'))).toEqual(body);
  });
});
