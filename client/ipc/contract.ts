/**
 * What the Electron shell and the app say to each other. Names and types only, so that the preload script and the app
 * carry nothing heavier; what a payload must look like stands in `payloads.ts`.
 */

/** Hosts of the shell's own protocol: `app://tournee/…` is the app, `app://shell/…` the pages of the shell itself. */
export const APP_HOSTS = ['tournee', 'shell'] as const;
export type AppHost = (typeof APP_HOSTS)[number];

/** Every IPC channel: what it does, and which pages may call it. The renderer asks, the main process answers. */
export const CHANNELS = {
  'tokens:read': {
    description: 'Gives the kept session tokens, or null when there are none that this machine can decrypt.',
    from: ['tournee'],
  },
  'tokens:write': {
    description:
      'Keeps the session tokens, encrypted by the operating system; where it cannot encrypt, until quit.',
    from: ['tournee'],
  },
  'tokens:clear': {
    description: 'Forgets the session tokens, on disk and in memory.',
    from: ['tournee'],
  },
  'hub-address:read': {
    description: 'Gives the origin of the hub, or null as long as nobody chose one.',
    from: ['tournee', 'shell'],
  },
  'hub-address:write': {
    description:
      'Keeps the origin of the hub, forgets the tokens meant for another one, and opens the app on it.',
    from: ['tournee', 'shell'],
  },
  'hub-address:probe': {
    description: 'Tells whether a hub answers at an address, without keeping the address.',
    from: ['shell'],
  },
} as const satisfies Readonly<Record<string, { description: string; from: readonly AppHost[] }>>;

export type Channel = keyof typeof CHANNELS;

/** What a channel takes (one value at most) and what it gives back. */
export interface ChannelTypes {
  'tokens:read': { payload: undefined; result: string | null };
  'tokens:write': { payload: string; result: null };
  'tokens:clear': { payload: undefined; result: null };
  'hub-address:read': { payload: undefined; result: string | null };
  'hub-address:write': { payload: string; result: null };
  'hub-address:probe': { payload: string; result: boolean };
}

/** How the main process answers. A refusal is a value: stable code, French sentence for the user. */
export type Reply<Result> = { ok: true; value: Result } | Refusal;
export interface Refusal {
  ok: false;
  code: string;
  message: string;
}

/** What the app finds at `window.tournee` under Electron; in a browser there is nothing there. */
export interface TourneeBridge {
  /** Session tokens, kept encrypted by the operating system. One opaque text; the app decides what is in it. */
  readonly tokens: {
    read(): Promise<string | null>;
    write(value: string): Promise<void>;
    clear(): Promise<void>;
  };
  /** Origin of the hub (`https://hub.exemple.fr`). The shell asks for it before the app first opens. */
  readonly hubAddress: {
    read(): Promise<string | null>;
    /**
     * Changes the hub. The shell asks the user to confirm, forgets the tokens and reloads the app.
     * Rejects with a French sentence for the user when the address is not acceptable or he said no.
     */
    write(address: string): Promise<void>;
  };
  /** Version of the application, e.g. `0.1.0`. */
  readonly version: string;
  /** `win32`, `darwin` or `linux`. */
  readonly platform: string;
}

/** What the shell's own page finds at `window.shell`. */
export interface ShellBridge {
  readonly hubAddress: {
    read(): Promise<string | null>;
    /** Keeps the address and opens the app. Rejects with a French sentence when the address is not acceptable. */
    write(address: string): Promise<void>;
    /** True when a hub answers there. Rejects with a French sentence when the address is not acceptable. */
    probe(address: string): Promise<boolean>;
  };
}

declare global {
  interface Window {
    /** Set by the preload script, absent in a browser. */
    readonly tournee?: TourneeBridge;
  }
}
