import { clientAddress, isNetwork, trustedProxies } from './client-address.ts';

const PROXIES = trustedProxies(['10.1.0.0/16', '192.168.7.9', 'fd00::/8']);

const request = (remoteAddress: string | undefined, forwarded?: string, trusted = trustedProxies([])) =>
  clientAddress({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } } as never, trusted);

describe('clientAddress', () => {
  it('is the peer', () => {
    expect(request('10.1.2.3')).toBe('10.1.2.3');
    expect(request(undefined)).toBe('unknown');
  });

  it('does not believe a stranger about where he comes from', () => {
    expect(request('10.1.2.3', '1.1.1.1')).toBe('10.1.2.3');
    expect(request('10.2.2.3', '1.1.1.1', PROXIES)).toBe('10.2.2.3');
    expect(request(undefined, '1.1.1.1', PROXIES)).toBe('unknown');
  });

  it('believes a proxy on this machine, and only what the proxy itself added', () => {
    expect(request('127.0.0.1', '1.1.1.1, 10.9.9.9')).toBe('10.9.9.9');
    expect(request('::1', '10.9.9.9')).toBe('10.9.9.9');
    expect(request('::ffff:127.0.0.1')).toBe('::ffff:127.0.0.1');
  });

  it('believes the proxies that the operator names, one behind the other', () => {
    expect(request('10.1.2.3', '1.1.1.1, 8.8.8.8', PROXIES)).toBe('8.8.8.8');
    expect(request('::ffff:10.1.2.3', '8.8.8.8', PROXIES)).toBe('8.8.8.8');
    expect(request('127.0.0.1', '8.8.8.8, 192.168.7.9, 10.1.0.1', PROXIES)).toBe('8.8.8.8');
    expect(request('fd00::5', '2001:db8::1', PROXIES)).toBe('2001:db8::1');
    expect(request('10.1.2.3', '10.1.0.7', PROXIES)).toBe('10.1.0.7');
    expect(request('10.1.2.3', 'unknown, nonsense', PROXIES)).toBe('nonsense');
  });
});

describe('isNetwork', () => {
  it.each(['10.0.0.5', '10.1.0.0/16', '::1', 'fd00::/8'])('takes %s', (text) => {
    expect(isNetwork(text)).toBe(true);
  });

  it.each(['proxy', '10.0.0', '10.0.0.5/33', 'fd00::/129', '10.0.0.5/', '10.0.0.5/8/8', ''])(
    'refuses « %s »',
    (text) => {
      expect(isNetwork(text)).toBe(false);
    },
  );
});
