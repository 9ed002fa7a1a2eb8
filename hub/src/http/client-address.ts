import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv4 } from 'node:net';

const MAPPED_IPV4 = /^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i;

/**
 * Where a request comes from. Threat: `X-Forwarded-For` is whatever its sender writes, and would let him have as many
 * sign-in attempts as he can think of addresses. It is believed only from a proxy on this machine, or from one that the
 * operator names (`TOURNEE_TRUSTED_PROXIES`). Its list is read from its end, where the nearest proxy wrote: the first
 * address that is no trusted proxy's is the sender's, and what stands before it is his own say-so.
 */
export function clientAddress(
  req: Pick<IncomingMessage, 'headers' | 'socket'>,
  trusted: BlockList = trustedProxies([]),
): string {
  const peer = req.socket.remoteAddress ?? 'unknown';
  const forwarded = String(req.headers['x-forwarded-for'] ?? '').split(',');
  const hops = [...forwarded.map((hop) => hop.trim()).filter((hop) => hop !== ''), peer];
  return hops.findLast((hop) => !isTrusted(hop, trusted)) ?? hops[0] ?? peer;
}

/** Whether the request was handed on by this machine or a proxy that the operator names. */
export function isTrustedPeer({ socket }: Pick<IncomingMessage, 'socket'>, trusted: BlockList): boolean {
  return isTrusted(socket.remoteAddress ?? '', trusted);
}

/** This machine, and the addresses or networks (`10.0.0.5`, `10.1.0.0/16`, `fd00::/8`) of proxies beyond it. */
export function trustedProxies(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of ['127.0.0.0/8', '::1', ...networks]) {
    const [address = '', prefix] = network.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/** True for what `trustedProxies` can read. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  if (isIP(address) === 0 || more.length > 0) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (isIPv4(address) ? 32 : 128);
}

function isTrusted(hop: string, trusted: BlockList): boolean {
  const address = hop.replace(MAPPED_IPV4, '');
  return isIP(address) !== 0 && trusted.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}
