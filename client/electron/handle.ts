import type { IpcMain, WebFrameMain } from 'electron';
import {
  type AppHost,
  type Channel,
  CHANNELS,
  type ChannelTypes,
  type Refusal,
  type Reply,
} from '../ipc/contract.ts';
import { PAYLOADS } from '../ipc/payloads.ts';
import { appHost } from './app-origin.ts';
import { messages } from './messages.ts';

/** What a handler is told of its caller. */
export interface Caller {
  readonly host: AppHost;
}

export type Handler<Name extends Channel> = (
  payload: ChannelTypes[Name]['payload'],
  caller: Caller,
) => Promise<Reply<ChannelTypes[Name]['result']>>;

export type Handlers = { readonly [Name in Channel]: Handler<Name> };

/**
 * Answers a channel. Threats: a page that is not ours or a frame inside one (checked by the URL of the sending frame), a
 * page of ours on a channel that is not its own, and a payload that is not what its type says.
 * Faults stay here: the page learns nothing of paths and stacks.
 */
export function handle<Name extends Channel>(
  ipcMain: Pick<IpcMain, 'handle'>,
  channel: Name,
  handler: Handler<Name>,
  log: (message: string) => void,
): void {
  ipcMain.handle(channel, async (event, payload: unknown, ...rest: unknown[]): Promise<Reply<unknown>> => {
    const host = callerOf(event.senderFrame);
    if (host === null || !isAllowed(channel, host)) {
      log(`${channel}: refused to ${host ?? 'a foreign frame'}`);
      return refuse('SENDER_REFUSED', messages.sender);
    }
    const parsed = PAYLOADS[channel].safeParse(payload);
    if (!parsed.success || rest.length > 0) {
      log(`${channel}: payload refused`);
      return refuse('PAYLOAD_INVALID', messages.payload);
    }
    try {
      return await handler(parsed.data, { host });
    } catch (error) {
      log(`${channel}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return refuse('FAULT', messages.fault);
    }
  });
}

/** Host of the page that asks, or null when it is not a main frame of ours. The frame is gone when it navigated away. */
function callerOf(frame: Pick<WebFrameMain, 'url' | 'parent'> | null): AppHost | null {
  return frame?.parent === null ? appHost(frame.url) : null;
}

function isAllowed(channel: Channel, host: AppHost): boolean {
  const from: readonly AppHost[] = CHANNELS[channel].from;
  return from.includes(host);
}

function refuse(code: string, message: string): Refusal {
  return { ok: false, code, message };
}
