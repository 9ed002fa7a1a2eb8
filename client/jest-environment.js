import { TestEnvironment as JsdomEnvironment } from 'jest-environment-jsdom';
import { BroadcastChannel, locks } from 'node:worker_threads';

/** A channel that somebody forgot must not keep the run from ending. */
class QuietBroadcastChannel extends BroadcastChannel {
  constructor(name) {
    super(name);
    this.unref();
  }
}

/**
 * jsdom with what browsers have and jsdom lacks: the real `fetch` family, streams and text codecs of Node.
 */
const FROM_NODE = {
  fetch,
  Headers,
  Request,
  Response,
  ReadableStream,
  TransformStream,
  TextDecoderStream,
  TextEncoder,
  TextDecoder,
  structuredClone,
  BroadcastChannel: QuietBroadcastChannel,
  reportError: (error) => {
    process.stderr.write(`${error?.stack ?? String(error)}\n`);
  },
};

export default class BrowserLikeEnvironment extends JsdomEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, FROM_NODE);
    // jsdom defines its own crypto without subtle and navigator without locks.
    Object.defineProperty(this.global, 'crypto', { value: globalThis.crypto, configurable: true });
    Object.defineProperty(this.global.navigator, 'locks', { value: locks, configurable: true });
  }
}
