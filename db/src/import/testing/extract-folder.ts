import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ExtractFolder {
  readonly path: string;
  /** Replaces a file; lines are joined by CR LF. */
  readonly write: (file: string, ...lines: string[]) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** An empty folder for an extract. */
export async function makeExtractFolder(): Promise<ExtractFolder> {
  const path = await mkdtemp(join(tmpdir(), 'tournee-extract-'));
  return {
    path,
    write: (file, ...lines) => writeFile(join(path, file), lines.map((line) => `${line}\r\n`).join('')),
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
