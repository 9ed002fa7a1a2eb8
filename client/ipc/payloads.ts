import * as z from 'zod';
import type { Channel, ChannelTypes } from './contract.ts';

/** Two JSON web tokens and a user take about 2 kB; a renderer gone wrong must not fill the disk. */
const TOKENS_MAX_LENGTH = 16_384;
const ADDRESS_MAX_LENGTH = 2048;

const nothing = z.undefined();
const address = z.string().max(ADDRESS_MAX_LENGTH);

/** What each channel accepts. The main process trusts nothing that comes from a page. */
export const PAYLOADS: { readonly [Name in Channel]: z.ZodType<ChannelTypes[Name]['payload']> } = {
  'tokens:read': nothing,
  'tokens:write': z.string().min(1).max(TOKENS_MAX_LENGTH),
  'tokens:clear': nothing,
  'hub-address:read': nothing,
  'hub-address:write': address,
  'hub-address:probe': address,
};
