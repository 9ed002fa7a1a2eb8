import { type Database, openDatabase, type Queryable } from '@tournee/db';
import { createMailFixture } from './mail-fixture.ts';
import { smtpSettings } from './smtp-fixture.ts';

/**
 * A hub process that does nothing but send what is due, once, and dies before a given statement of its database.
 * Arguments: address of the database, port of the SMTP server, number of the statement (0: it lives).
 */
const [url = '', port = '', fatal = ''] = process.argv.slice(2);
const STATEMENTS: readonly string[] = ['select', 'selectDistinct', 'insert', 'update', 'delete', 'execute'];
let count = 0;

function mortal(q: Queryable): Queryable {
  return new Proxy(q, {
    get(target, name, receiver) {
      if (typeof name === 'string' && STATEMENTS.includes(name)) {
        count += 1;
        if (count === Number(fatal)) process.kill(process.pid, 'SIGKILL');
      }
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}

const real = await openDatabase(url);
const database: Database = {
  ...real,
  db: mortal(real.db),
  transaction: (work, options) => real.transaction((tx) => work(mortal(tx)), options),
};
const fixture = createMailFixture(database, { settings: { smtp: smtpSettings({ port: Number(port) }) } });
await fixture.sendDue();
await real.close();
