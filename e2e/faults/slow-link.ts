import { Transform, type TransformCallback } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';

const PIECE_BYTES = 1024;

export interface LinkSpeed {
  kbitPerSecond: number;
  /** There and back. */
  roundTripMs: number;
}

/** One direction of a line that all connections share, e.g. of GPRS: 50 kbit/s and 600 ms there and back. */
export class SlowLink {
  readonly #bytesPerMs: number;
  readonly #latencyMs: number;
  #freeAt = 0;

  constructor({ kbitPerSecond, roundTripMs }: LinkSpeed) {
    this.#bytesPerMs = kbitPerSecond / 8;
    this.#latencyMs = roundTripMs / 2;
  }

  /** What is written comes out as the line lets it. */
  pace(): Transform {
    return new PacedStream(this);
  }

  /** Waits until so many bytes are through. */
  async carry(bytes: number): Promise<void> {
    const now = performance.now();
    this.#freeAt = Math.max(now, this.#freeAt) + bytes / this.#bytesPerMs;
    await delay(this.#freeAt - now);
  }

  async travel(): Promise<void> {
    await delay(this.#latencyMs);
  }
}

class PacedStream extends Transform {
  readonly #link: SlowLink;
  #hasBegun = false;

  constructor(link: SlowLink) {
    super();
    this.#link = link;
  }

  override _transform(data: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#send(data).then(() => {
      done();
    }, done);
  }

  async #send(data: Buffer): Promise<void> {
    // What follows is on its way already while the first piece travels.
    if (!this.#hasBegun) await this.#link.travel();
    this.#hasBegun = true;
    for (let from = 0; from < data.length; from += PIECE_BYTES) {
      const piece = data.subarray(from, from + PIECE_BYTES);
      await this.#link.carry(piece.length);
      this.push(piece);
    }
  }
}
