import { InjectionToken } from '@angular/core';
import type {} from '../../../../../../ipc/contract.ts';

/** Where the session is kept: the operating system's vault under Electron, the browser's storage elsewhere. */
export interface TokenVault {
  read(): Promise<string | null>;
  write(value: string): Promise<void>;
  clear(): Promise<void>;
  /** Calls back when another tab has written or cleared the vault. */
  onChangeElsewhere(changed: () => void): void;
}

const STORAGE_KEY = 'tournee.session';

export const TOKEN_VAULT = new InjectionToken<TokenVault>('TOKEN_VAULT', {
  providedIn: 'root',
  factory: () => (window.tournee === undefined ? browserVault(window) : shellVault(window.tournee.tokens)),
});

/** Electron: one window only, so nothing changes elsewhere. */
function shellVault(tokens: NonNullable<Window['tournee']>['tokens']): TokenVault {
  return {
    read: () => tokens.read(),
    write: (value) => tokens.write(value),
    clear: () => tokens.clear(),
    onChangeElsewhere: () => undefined,
  };
}

/**
 * Browser. `localStorage` is open to any script of the page, so what lies in it is good for a quarter of an hour: the
 * access token. It is read at once, and it tells the other tabs.
 */
export function browserVault(page: Window): TokenVault {
  return {
    read: () => Promise.resolve(page.localStorage.getItem(STORAGE_KEY)),
    write: (value) => {
      page.localStorage.setItem(STORAGE_KEY, value);
      return Promise.resolve();
    },
    clear: () => {
      page.localStorage.removeItem(STORAGE_KEY);
      return Promise.resolve();
    },
    onChangeElsewhere: (changed) => {
      page.addEventListener('storage', (event) => {
        if (event.key === STORAGE_KEY || event.key === null) changed();
      });
    },
  };
}
