import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { DatabaseUnreachable } from '../engine-errors.ts';
import { openDatabase } from '../open-database.ts';

describe('openSqlServer', () => {
  it('says in one sentence which server does not answer, without the password', async () => {
    const listener = createServer().listen(0);
    const { port } = listener.address() as AddressInfo;
    await new Promise((resolve) => listener.close(resolve));
    const opening = openDatabase(`mssql://sa:s3cret@localhost:${String(port)}/winpneu`);
    await expect(opening).rejects.toBeInstanceOf(DatabaseUnreachable);
    await expect(opening).rejects.toThrow(`localhost:${String(port)}`);
    await expect(opening).rejects.not.toThrow('s3cret');
  });
});
