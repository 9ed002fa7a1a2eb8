/** Part of `npm run check`: makes the generated code once more, in memory, and compares. Exit code 1 when it is stale. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import config from './codegen.ts';
import { collectionsSource } from './generate-collections.ts';

const root = import.meta.dirname;
const FOLDER = 'src/generated';

/** What `npm run generate` would write, by path. */
async function fresh(): Promise<Map<string, string>> {
  const outputs = (await generate({ ...config, cwd: root, silent: true }, false)) as {
    filename: string;
    content: string;
  }[];
  const files = new Map(outputs.map(({ filename, content }) => [filename, content]));
  return files.set(`${FOLDER}/collections.ts`, await collectionsSource());
}

async function standing(): Promise<Map<string, string>> {
  const names = await readdir(join(root, FOLDER));
  const paths = names.map((name) => `${FOLDER}/${name}`);
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const)),
  );
}

const [wanted, found] = await Promise.all([fresh(), standing()]);
const stale = [...new Set([...wanted.keys(), ...found.keys()])].filter(
  (path) => wanted.get(path) !== found.get(path),
);
if (stale.length > 0) {
  console.error(
    `Generated code does not fit the schema (${stale.sort().join(', ')}): run "npm run generate -w graphql" and commit what it writes.`,
  );
  process.exitCode = 1;
}
