import { type FileHandle, open } from 'node:fs/promises';

/**
 * Has SQLite's write-ahead log put on the disk, whichever process wrote it. One call serves all who wait: so commits
 * that were made without waiting for the disk share one wait, outside of this thread.
 */
export class LogFlush {
  readonly #file: string;
  #handle: FileHandle | undefined;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(databaseFile: string) {
    this.#file = `${databaseFile}-wal`;
  }

  /** Fulfilled when all that was committed before the call is on the disk. */
  flush(): Promise<void> {
    if (this.#running === undefined) {
      this.#running = this.#synchronise().finally(() => (this.#running = undefined));
      return this.#running;
    }
    // The call that is under way may have begun before the last commit.
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.flush();
      });
    return this.#next;
  }

  async close(): Promise<void> {
    await this.#next?.catch(() => undefined);
    await this.#running?.catch(() => undefined);
    await this.#handle?.close();
    this.#handle = undefined;
  }

  async #synchronise(): Promise<void> {
    // Windows puts a file on the disk only for who may write to it.
    this.#handle ??= await open(this.#file, 'r+').catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    // Without a log, nothing was written since the last checkpoint.
    await this.#handle?.datasync();
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
