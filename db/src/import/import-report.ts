/** A line of an extract that could not be loaded. `column` is null when the line as a whole is at fault. */
export interface BadLine {
  readonly file: string;
  readonly line: number;
  readonly column: string | null;
  readonly reason: string;
}

/**
 * `loaded`: read to its end, good lines are in the database. `missing`: not in the folder. `refused`: its header says
 * nothing that can be loaded. `skipped`: left out on purpose.
 */
export type FileStatus = 'loaded' | 'missing' | 'refused' | 'skipped';

export interface FileReport {
  readonly file: string;
  readonly status: FileStatus;
  /** Lines with data that were read, bad ones included. */
  readonly lines: number;
  readonly inserted: number;
  readonly updated: number;
  /** Lines that say what the database holds already. */
  readonly unchanged: number;
  readonly badLines: number;
}

export interface ImportReport {
  readonly files: readonly FileReport[];
  /** The first bad lines of the extract; each one was handed to `onBadLine`. */
  readonly badLines: readonly BadLine[];
}

export interface ImportEvents {
  /** Called now and then while a file is read. */
  onProgress?(progress: { file: string; lines: number }): void;
  onBadLine?(bad: BadLine): void;
}

const KEPT_BAD_LINES = 200;

/** Counts what happens to a file, and passes bad lines on. */
export class FileTally {
  readonly #file: string;
  readonly #events: ImportEvents;
  readonly #kept: BadLine[];
  readonly #counts = { lines: 0, inserted: 0, updated: 0, unchanged: 0, badLines: 0 };
  #lastBadLine = 0;

  constructor(file: string, events: ImportEvents, kept: BadLine[]) {
    this.#file = file;
    this.#events = events;
    this.#kept = kept;
  }

  bad(line: number, column: string | null, reason: string): void {
    const bad: BadLine = { file: this.#file, line, column, reason };
    // A line with two bad cells is told twice and counted once.
    if (line !== this.#lastBadLine) this.#counts.badLines += 1;
    this.#lastBadLine = line;
    if (this.#kept.length < KEPT_BAD_LINES) this.#kept.push(bad);
    this.#events.onBadLine?.(bad);
  }

  count(what: 'lines' | 'inserted' | 'updated' | 'unchanged', number: number): void {
    this.#counts[what] += number;
  }

  progress(): void {
    this.#events.onProgress?.({ file: this.#file, lines: this.#counts.lines });
  }

  report(status: FileStatus): FileReport {
    return { file: this.#file, status, ...this.#counts };
  }
}
