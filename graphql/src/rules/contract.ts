/**
 * Version of the contract that this code speaks. A device says its own with each request, in `CONTRACT_HEADER`; raise it
 * when devices and hubs of before would misunderstand each other, not for a field that is only added.
 */
export const CONTRACT_VERSION = 2;

/** Oldest contract that a hub of this version still understands. Below it, pulls and pushes answer CLIENT_TOO_OLD. */
export const OLDEST_CONTRACT = 1;

/** HTTP header of a device's contract version: a whole number. */
export const CONTRACT_HEADER = 'x-tournee-version';

/** Header by which a page asks, with the value `cookie`, that its refresh token is kept in a cookie that it cannot read. */
export const SESSION_COOKIE_HEADER = 'x-tournee-session';

/** The version in a header; devices of before there was one did not send any. Null when it is no version. */
export function readContractVersion(header: string | null): number | null {
  if (header === null) return 1;
  return /^\d{1,6}$/.test(header) ? Number(header) : null;
}
