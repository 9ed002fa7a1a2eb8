import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { handle, type Handler } from './handle.ts';
import type { Channel, Reply } from '../ipc/contract.ts';

type Frame = { url: string; parent: unknown } | null;
const APP: Frame = { url: 'app://tournee/clients', parent: null };
const SHELL: Frame = { url: 'app://shell/hub-address.html', parent: null };

let logged: string[];
beforeEach(() => {
  logged = [];
});

/** Registers one handler and gives a way to call it as Electron would. */
function registered<Name extends Channel>(
  channel: Name,
  handler: Handler<Name>,
): (frame: Frame, ...args: unknown[]) => Promise<Reply<unknown>> {
  let listener: Parameters<IpcMain['handle']>[1] | undefined;
  const ipcMain: Pick<IpcMain, 'handle'> = {
    handle: (name, given) => {
      expect(name).toBe(channel);
      listener = given;
    },
  };
  handle(ipcMain, channel, handler, (message) => logged.push(message));
  return async (senderFrame, ...args) =>
    (await listener?.({ senderFrame } as unknown as IpcMainInvokeEvent, ...args)) as Reply<unknown>;
}

describe('handle', () => {
  const write = (): ReturnType<typeof registered> =>
    registered('tokens:write', () => Promise.resolve({ ok: true, value: null }));

  it('hands the payload and the host of the page to the handler', async () => {
    const seen: unknown[] = [];
    const call = registered('hub-address:write', (payload, caller) => {
      seen.push(payload, caller);
      return Promise.resolve({ ok: true, value: null });
    });
    expect(await call(SHELL, 'https://hub.exemple.fr')).toEqual({ ok: true, value: null });
    expect(seen).toEqual(['https://hub.exemple.fr', { host: 'shell' }]);
  });

  it.each([
    ['a web site', { url: 'https://evil.fr/', parent: null }],
    ['a look-alike', { url: 'app://tournee.evil/', parent: null }],
    ['a frame inside our page', { url: 'app://tournee/', parent: APP }],
    ['a frame that is gone', null],
    ['an empty page', { url: '', parent: null }],
    ['a page of ours on a channel that is not its own', SHELL],
  ])('refuses %s', async (_who, frame) => {
    expect(await write()(frame, 'secret')).toMatchObject({ ok: false, code: 'SENDER_REFUSED' });
    expect(logged).toHaveLength(1);
    expect(logged.join()).not.toContain('secret');
  });

  it.each([
    ['nothing', []],
    ['a number', [3]],
    ['an empty text', ['']],
    ['a text without end', ['x'.repeat(20_000)]],
    ['an object that passes for a text', [{ toString: () => 'x', length: 1 }]],
    ['more than one value', ['x', 'y']],
  ])('refuses %s as tokens', async (_what, args) => {
    expect(await write()(APP, ...args)).toMatchObject({ ok: false, code: 'PAYLOAD_INVALID' });
  });

  it('refuses a payload where there must be none', async () => {
    const call = registered('tokens:read', () => Promise.resolve({ ok: true, value: null }));
    expect(await call(APP, 'x')).toMatchObject({ ok: false, code: 'PAYLOAD_INVALID' });
    expect(await call(APP)).toEqual({ ok: true, value: null });
  });

  it('passes a refusal of the handler on', async () => {
    const call = registered('tokens:read', () => Promise.resolve({ ok: false, code: 'NO', message: 'Non.' }));
    expect(await call(APP)).toEqual({ ok: false, code: 'NO', message: 'Non.' });
  });

  it('masks a fault: the log has it, the page does not', async () => {
    const call = registered('tokens:read', () => Promise.reject(new Error('EACCES /home/jean/tokens.bin')));
    const reply = await call(APP);
    expect(reply).toMatchObject({ ok: false, code: 'FAULT' });
    expect(JSON.stringify(reply)).not.toContain('EACCES');
    expect(logged.join()).toContain('EACCES');
  });
});
