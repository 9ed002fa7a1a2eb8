import type { IpcMain } from 'electron';
import type { Channel, Refusal } from '../ipc/contract.ts';
import { handle, type Handler, type Handlers } from './handle.ts';
import { type HubAddress, parseHubAddress } from './hub-address.ts';
import { messages } from './messages.ts';
import type { TokenVault } from './token-vault.ts';

export interface ShellServices {
  readonly vault: TokenVault;
  readonly hubAddress: HubAddress;
  /** True when a hub answers at an origin. */
  readonly probe: (origin: string) => Promise<boolean>;
  /** Asks the user, outside the page, whether to change the hub. */
  readonly confirmHubChange: (origin: string) => Promise<boolean>;
  /** Tells the user that his tokens are not kept. */
  readonly warnTokensNotKept: () => void;
  /** Opens the app afresh; the CSP of the new page names the new hub. */
  readonly openApp: () => void;
}

/** What the shell does for its pages, by channel. */
export function createHandlers(services: ShellServices): Handlers {
  const { vault, hubAddress } = services;
  return {
    'tokens:read': async () => done(await vault.read()),
    'tokens:write': async (tokens) => {
      if ((await vault.write(tokens)) === 'until-quit') services.warnTokensNotKept();
      return done(null);
    },
    'tokens:clear': async () => {
      await vault.clear();
      return done(null);
    },
    'hub-address:read': () => Promise.resolve(done(hubAddress.read())),
    'hub-address:write': changeHub(services),
    'hub-address:probe': async (typed) => {
      const origin = parseHubAddress(typed);
      return origin.ok ? done(await services.probe(origin.value)) : origin;
    },
  };
}

/** Threat: a script in the app that moves the hub elsewhere to carry data off. So the app must have the user's word. */
function changeHub(services: ShellServices): Handler<'hub-address:write'> {
  const { vault, hubAddress } = services;
  return async (typed, caller) => {
    const origin = parseHubAddress(typed);
    if (!origin.ok) return origin;
    if (origin.value !== hubAddress.read()) {
      const isWanted = caller.host === 'shell' || (await services.confirmHubChange(origin.value));
      if (!isWanted)
        return {
          ok: false,
          code: 'HUB_CHANGE_REFUSED',
          message: messages.hub.changeRefused,
        } satisfies Refusal;
      // Tokens first: those of one hub must never be sent to another.
      await vault.clear();
      hubAddress.write(origin.value);
    }
    services.openApp();
    return done(null);
  };
}

/** Answers every channel of the contract. */
export function registerHandlers(
  ipcMain: Pick<IpcMain, 'handle'>,
  handlers: Handlers,
  log: (message: string) => void,
): void {
  const register = <Name extends Channel>(channel: Name, handler: Handler<Name>): void => {
    handle(ipcMain, channel, handler, log);
  };
  register('tokens:read', handlers['tokens:read']);
  register('tokens:write', handlers['tokens:write']);
  register('tokens:clear', handlers['tokens:clear']);
  register('hub-address:read', handlers['hub-address:read']);
  register('hub-address:write', handlers['hub-address:write']);
  register('hub-address:probe', handlers['hub-address:probe']);
}

function done<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}
