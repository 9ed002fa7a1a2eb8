import { type Channel, CHANNELS } from '../ipc/contract.ts';
import { createHandlers, registerHandlers, type ShellServices } from './ipc-handlers.ts';
import type { Handlers } from './handle.ts';

const APP = { host: 'tournee' } as const;
const SHELL = { host: 'shell' } as const;

let events: string[];
let hub: string | null;
let tokens: string | null;
let kept: 'kept' | 'until-quit';
let isConfirmed: boolean;

function handlers(): Handlers {
  const services: ShellServices = {
    vault: {
      read: () => Promise.resolve(tokens),
      write: (value) => {
        tokens = value;
        return Promise.resolve(kept);
      },
      clear: () => {
        events.push('clear');
        tokens = null;
        return Promise.resolve();
      },
    },
    hubAddress: {
      read: () => hub,
      write: (origin) => {
        events.push(`keep ${origin}`);
        hub = origin;
      },
    },
    probe: (origin) => Promise.resolve(origin === 'https://hub.exemple.fr'),
    confirmHubChange: (origin) => {
      events.push(`confirm ${origin}`);
      return Promise.resolve(isConfirmed);
    },
    warnTokensNotKept: () => events.push('warn'),
    openApp: () => events.push('open'),
  };
  return createHandlers(services);
}

beforeEach(() => {
  events = [];
  hub = 'https://old.exemple.fr';
  tokens = 'old tokens';
  kept = 'kept';
  isConfirmed = true;
});

describe('tokens', () => {
  it('are written, read and cleared', async () => {
    const { 'tokens:write': write, 'tokens:read': read, 'tokens:clear': clear } = handlers();
    expect(await write('t', APP)).toEqual({ ok: true, value: null });
    expect(await read(undefined, APP)).toEqual({ ok: true, value: 't' });
    expect(await clear(undefined, APP)).toEqual({ ok: true, value: null });
    expect(await read(undefined, APP)).toEqual({ ok: true, value: null });
  });

  it('tell the user when they are not kept', async () => {
    kept = 'until-quit';
    expect(await handlers()['tokens:write']('t', APP)).toEqual({ ok: true, value: null });
    expect(events).toEqual(['warn']);
  });
});

describe('hub-address:write', () => {
  it('forgets the tokens of the old hub before it keeps the new one, then opens the app', async () => {
    expect(await handlers()['hub-address:write']('hub.exemple.fr', SHELL)).toEqual({ ok: true, value: null });
    expect(events).toEqual(['clear', 'keep https://hub.exemple.fr', 'open']);
    expect(tokens).toBeNull();
  });

  it('keeps the tokens when the hub stays the same', async () => {
    await handlers()['hub-address:write']('https://old.exemple.fr/', SHELL);
    expect(events).toEqual(['open']);
    expect(tokens).toBe('old tokens');
  });

  it('asks the user when the app wants another hub', async () => {
    await handlers()['hub-address:write']('https://hub.exemple.fr', APP);
    expect(events).toEqual([
      'confirm https://hub.exemple.fr',
      'clear',
      'keep https://hub.exemple.fr',
      'open',
    ]);
  });

  it('changes nothing when the user says no', async () => {
    isConfirmed = false;
    const reply = await handlers()['hub-address:write']('https://evil.fr', APP);
    expect(reply).toMatchObject({ ok: false, code: 'HUB_CHANGE_REFUSED' });
    expect(hub).toBe('https://old.exemple.fr');
    expect(tokens).toBe('old tokens');
    expect(events).toEqual(['confirm https://evil.fr']);
  });

  it('refuses an address that is not acceptable before it asks', async () => {
    const reply = await handlers()['hub-address:write']('http://evil.fr', APP);
    expect(reply).toMatchObject({ ok: false, code: 'HUB_ADDRESS_INSECURE' });
    expect(events).toEqual([]);
  });
});

describe('hub-address:read', () => {
  it('gives the kept origin', async () => {
    expect(await handlers()['hub-address:read'](undefined, APP)).toEqual({
      ok: true,
      value: 'https://old.exemple.fr',
    });
  });
});

describe('hub-address:probe', () => {
  it.each([
    ['hub.exemple.fr', true],
    ['https://nobody.exemple.fr', false],
  ])('tells whether a hub answers at %s', async (typed, value) => {
    expect(await handlers()['hub-address:probe'](typed, SHELL)).toEqual({ ok: true, value });
  });

  it('says what is wrong with an address', async () => {
    expect(await handlers()['hub-address:probe']('http://evil.fr', SHELL)).toMatchObject({ ok: false });
  });
});

describe('registerHandlers', () => {
  it('answers every channel of the contract, once', () => {
    const answered: string[] = [];
    registerHandlers({ handle: (channel) => answered.push(channel) }, handlers(), () => undefined);
    expect(answered.sort()).toEqual((Object.keys(CHANNELS) as Channel[]).sort());
  });
});
