import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const LIMIT_MS = 30_000;

/**
 * Waits for a mail whose text holds something, among those that the hub wrote into its data folder for want of a mail
 * server, and answers its plain text.
 */
export async function mailSaying(dataFolder: string, text: string): Promise<string> {
  const folder = join(dataFolder, 'mail');
  const deadline = Date.now() + LIMIT_MS;
  while (Date.now() < deadline) {
    const mails = await Promise.all((await newestFirst(folder)).map((file) => readFile(file, 'utf8')));
    const found = mails.map(readable).find((mail) => mail.includes(text));
    if (found !== undefined) return found;
    await delay(100);
  }
  throw new Error(`No mail says « ${text} ».`);
}

async function newestFirst(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.eml')).map((name) => join(folder, name));
  const dated = await Promise.all(files.map(async (file) => ({ file, at: (await stat(file)).mtimeMs })));
  return dated.sort((one, other) => other.at - one.at).map(({ file }) => file);
}

/** Quoted-printable undone; its letters beyond ASCII are not put together again. */
function readable(mail: string): string {
  return mail
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
