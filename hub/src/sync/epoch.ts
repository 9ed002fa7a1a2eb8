import { createHash } from 'node:crypto';

/** Raise it to make every device start over, e.g. when bodies change in a way that devices must not mix. */
const FEED_GENERATION = 1;

const EPOCH = /^([\w-]{12})(?:\.(\d{1,15}))?$/;

/**
 * What the numbers of a feed count for. It changes when a device must start over: its scopes changed, the feed is another
 * one, or tombstones were pruned that it had not read.
 * @param feedId tells one database from another, so that a base made anew is not taken for the old one
 * @param origin floor of the collection's tombstones when the device started: see `pull.service.ts`
 */
export function epochOf(scopes: readonly string[], feedId: string, origin = 0): string {
  const text = [String(FEED_GENERATION), feedId, ...[...scopes].sort()].join('\n');
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 12);
  return origin === 0 ? digest : `${digest}.${String(origin)}`;
}

/** The origin in an epoch of these scopes and this feed; null when it is of other ones. */
export function originOf(epoch: string, scopes: readonly string[], feedId: string): number | null {
  const [, digest, origin = '0'] = EPOCH.exec(epoch) ?? [];
  return digest === epochOf(scopes, feedId) ? Number(origin) : null;
}
