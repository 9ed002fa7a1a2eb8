import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/**
 * Asks for a password on a terminal without showing it, or takes the first line of a pipe: a password on the command
 * line stays in the shell's history and shows in the list of processes.
 */
export async function readPassword(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  const mute = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: mute, terminal: stdin.isTTY });
  if (stdin.isTTY) stderr.write(prompt);
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    if (stdin.isTTY) stderr.write('\n');
  }
}
