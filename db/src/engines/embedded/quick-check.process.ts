import { DatabaseSync } from 'node:sqlite';

/** As many damages as are listed: one is enough to stop, a few more tell where to look. */
const MOST = 10;
/** SQLite: the file is damaged; it is no database. The low byte of what it says in detail. */
const DAMAGED: readonly number[] = [11, 26];

/** Reads every page of the base given as argument, and writes what is wrong with them as a JSON list of texts. */
const [file = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(damagesOf(file)));

function damagesOf(path: string): string[] {
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
    const rows = database.prepare(`pragma quick_check(${String(MOST)})`).all();
    database.close();
    return rows.map((row) => String(row['quick_check'])).filter((line) => line !== 'ok');
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && DAMAGED.includes(Number(error.errcode) & 0xff)) {
      return [error.message];
    }
    throw error;
  }
}
