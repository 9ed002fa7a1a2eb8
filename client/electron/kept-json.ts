import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type * as z from 'zod';

/** A small value that the shell keeps on disk; null when there is none, or none that can be read. */
export function readKeptJson<Value>(file: string, schema: z.ZodType<Value>): Value | null {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    // Missing, cut short or edited by hand: the shell asks again, or takes its default.
    return null;
  }
}

/** Replaces the kept value. The file is swapped whole, so that a crash leaves the old one or the new one. */
export function writeKeptJson(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.tmp`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}
