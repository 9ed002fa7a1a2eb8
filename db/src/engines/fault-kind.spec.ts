import { DrizzleQueryError } from 'drizzle-orm';
import mssql from 'mssql';
import { DatabaseUnreachable, sqlError } from './engine-errors.ts';
import { databaseWords, isTransient } from './fault-kind.ts';

const wrapped = (error: Error): Error => new DrizzleQueryError('insert …', [], error);
const raised = (number: number, severity: number): Error =>
  Object.assign(sqlError(number, 'said by the server'), { class: severity });

describe('isTransient', () => {
  it.each([
    ['a deadlock', sqlError(1205, '')],
    ['a lock that takes too long', sqlError(1222, '')],
    ['a full data file', sqlError(1105, '')],
    ['a resource error', raised(8645, 17)],
    ['a time-out', new mssql.RequestError('Timeout: Request failed to complete in 15000ms', 'ETIMEOUT')],
    ['a closed connection', new mssql.ConnectionError('Connection is closed.', 'ECONNCLOSED')],
    ['a full disk under SQLite', Object.assign(new Error('database or disk is full'), { errcode: 13 })],
    ['an unreachable database', new DatabaseUnreachable('La base ne répond pas.')],
  ])('is %s', (_what, error) => {
    expect([isTransient(error), isTransient(wrapped(error))]).toEqual([true, true]);
  });

  it.each([
    ['a trigger of the ERP that raises', raised(50_001, 16)],
    ['one that raises with a high severity', raised(51_000, 18)],
    ['a transaction that a trigger ended', raised(3609, 16)],
    ['an arithmetic overflow', raised(8115, 16)],
    ['a check of the ERP', raised(547, 16)],
    ['a key of the ERP', raised(2627, 14)],
    ['a constraint of SQLite', Object.assign(new Error('CHECK constraint failed'), { errcode: 275 })],
    ['a fault of our code', new TypeError('undefined is not a function')],
  ])('is not %s', (_what, error) => {
    expect([isTransient(error), isTransient(wrapped(error))]).toEqual([false, false]);
  });
});

describe('databaseWords', () => {
  it('are number and message, through what wraps them', () => {
    expect(databaseWords(wrapped(sqlError(50_001, 'Client bloqué')))).toBe('50001: Client bloqué');
  });

  it('are none for a fault that does not come from the database', () => {
    expect(databaseWords(new Error('A link in a mail must be http(s).'))).toBeNull();
  });
});
