import * as z from 'zod';

const LABEL = '[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?';
const HOST_NAME = new RegExp(`^(?=.{1,253}$)${LABEL}(?:\\.${LABEL})*\\.?$`);
const WEB_ADDRESS = /^https?:\/\/(\[[0-9A-Fa-f:.]+\]|[^\s/?#@:[\]]+)(:\d{1,5})?(\/[^\s?#]*)?$/;

/** A name or an address of a server that a connection can be tried to. */
export function isServerName(text: string): boolean {
  if (z.ipv4().safeParse(text).success || z.ipv6().safeParse(text).success) return true;
  // A name whose last part is a number would be read as an IPv4 address, and is none.
  return HOST_NAME.test(text) && !/(^|\.)\d+\.?$/.test(text);
}

/** A web address that a path can be appended to: no user, no question mark, a port that exists. */
export function isWebAddress(text: string): boolean {
  return WEB_ADDRESS.test(text) && z.url({ protocol: /^https?$/ }).safeParse(text).success;
}
