import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { type CollectionName, COLLECTIONS } from '@tournee/graphql';
import type { HubClient, PulledPage } from '../hub/hub-client.ts';

const NAMES = Object.keys(COLLECTIONS) as CollectionName[];
const PAGE = 500;

export type Checkpoints = Map<CollectionName, PulledPage['checkpoint']>;

export interface Fetched {
  /** Bytes that came over the wire: heads of the answers, and bodies as they were compressed. */
  wire: number;
  /** Bytes of the bodies, unpacked. */
  plain: number;
}

/** Pulls everything from where a device stands to the end; the checkpoints move on. */
export async function catchUp(device: HubClient, checkpoints: Checkpoints): Promise<void> {
  for (const name of NAMES) {
    let page: PulledPage;
    do {
      page = await device.pull(name, checkpoints.get(name) ?? null, PAGE);
      checkpoints.set(name, page.checkpoint);
    } while (page.hasMore);
  }
}

/** Fetches what changed in all collections, and counts. The checkpoints stay where they are. */
export async function countFetch(url: string, token: string, checkpoints: Checkpoints): Promise<Fetched> {
  const total: Fetched = { wire: 0, plain: 0 };
  for (const name of NAMES) {
    const variables = { checkpoint: checkpoints.get(name) ?? null, limit: PAGE };
    const { wire, plain } = await post(url, token, { query: COLLECTIONS[name].query, variables });
    total.wire += wire;
    total.plain += plain;
  }
  return total;
}

async function post(url: string, token: string, body: object): Promise<Fetched> {
  const headers = {
    'content-type': 'application/json',
    'accept-encoding': 'br',
    authorization: `Bearer ${token}`,
  };
  // A connection of its own tells how many bytes came.
  const sent = request(`${url}/graphql`, { method: 'POST', headers, agent: false });
  sent.end(JSON.stringify(body));
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const packed = Buffer.concat((await answer.toArray()) as Buffer[]);
  const isPacked = answer.headers['content-encoding'] === 'br';
  const plain = isPacked ? await promisify(brotliDecompress)(packed) : packed;
  if (!plain.includes('"checkpoint"')) throw new Error(`No page: ${plain.toString().slice(0, 200)}`);
  return { wire: answer.socket.bytesRead, plain: plain.byteLength };
}
