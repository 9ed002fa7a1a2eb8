import { contextBridge, ipcRenderer } from 'electron';
import type { AppHost, Channel, ChannelTypes, Reply, ShellBridge, TourneeBridge } from '../ipc/contract.ts';

/** Written in by `build.ts`: a sandboxed preload script can read no file. */
declare const TOURNEE_VERSION: string;

/** Asks the main process. A refusal becomes an Error whose message is the French sentence for the user. */
async function ask<Name extends Channel>(
  channel: Name,
  ...payload: ChannelTypes[Name]['payload'] extends undefined ? [] : [ChannelTypes[Name]['payload']]
): Promise<ChannelTypes[Name]['result']> {
  const reply = (await ipcRenderer.invoke(channel, ...payload)) as Reply<ChannelTypes[Name]['result']>;
  if (!reply.ok) throw new Error(reply.message);
  return reply.value;
}

const readHub = (): Promise<string | null> => ask('hub-address:read');
const writeHub = async (address: string): Promise<void> => {
  await ask('hub-address:write', address);
};

const tournee: TourneeBridge = {
  tokens: {
    read: () => ask('tokens:read'),
    write: async (value) => {
      await ask('tokens:write', value);
    },
    clear: async () => {
      await ask('tokens:clear');
    },
  },
  hubAddress: { read: readHub, write: writeHub },
  version: TOURNEE_VERSION,
  platform: process.platform,
};

const shell: ShellBridge = {
  hubAddress: { read: readHub, write: writeHub, probe: (address) => ask('hub-address:probe', address) },
};

// The main process checks every call by itself; this only keeps each page to what is meant for it.
const bridges: Readonly<Record<AppHost, () => void>> = {
  tournee: () => {
    contextBridge.exposeInMainWorld('tournee', tournee);
  },
  shell: () => {
    contextBridge.exposeInMainWorld('shell', shell);
  },
};
const page = new URL(window.location.href);
if (page.protocol === 'app:' && (page.host === 'tournee' || page.host === 'shell')) bridges[page.host]();
