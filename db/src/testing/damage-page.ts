import { open, readFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';

const PAGE = 4096;
const MARK = 'on the page to be damaged';

/** Overwrites the head of one page of an embedded base: a page of a table that nothing reads. */
export async function damagePage(file: string): Promise<void> {
  const database = new DatabaseSync(file);
  database.exec('create table to_damage (note text not null)');
  database.prepare('insert into to_damage values (?)').run(MARK);
  database.exec('pragma wal_checkpoint(truncate)');
  database.close();
  const offset = (await readFile(file)).indexOf(MARK);
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(64, 0xff), 0, 64, offset - (offset % PAGE));
  await handle.close();
}
