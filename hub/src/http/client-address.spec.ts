import { clientAddress } from './client-address.ts';

const request = (remoteAddress: string | undefined, forwarded?: string) =>
  clientAddress({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } } as never);

describe('clientAddress', () => {
  it('is the peer', () => {
    expect(request('10.1.2.3')).toBe('10.1.2.3');
    expect(request(undefined)).toBe('unknown');
  });

  it('does not believe a stranger about where he comes from', () => {
    expect(request('10.1.2.3', '1.1.1.1')).toBe('10.1.2.3');
  });

  it('believes a proxy on this machine, and only what the proxy itself added', () => {
    expect(request('127.0.0.1', '1.1.1.1, 10.9.9.9')).toBe('10.9.9.9');
    expect(request('::1', '10.9.9.9')).toBe('10.9.9.9');
    expect(request('::ffff:127.0.0.1')).toBe('::ffff:127.0.0.1');
  });
});
