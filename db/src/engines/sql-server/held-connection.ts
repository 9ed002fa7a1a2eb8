import type mssql from 'mssql';

/** What is needed of a connection that a transaction of the driver took from the pool. */
interface HeldConnection {
  close(): void;
}

/** The connection that a transaction holds. Not in the driver's types, and no other way leads there. */
function heldBy(transaction: mssql.Transaction): HeldConnection | null {
  return (
    (transaction as unknown as { _acquiredConnection?: HeldConnection | null })._acquiredConnection ?? null
  );
}

/**
 * Begins a transaction, or gives its connection back, closed: after a failed `begin` the driver keeps it for ever, and a
 * slot of the pool with it. The pool throws closed connections away and opens others.
 */
export async function beginOrRelease(
  transaction: mssql.Transaction,
  isolationLevel?: mssql.IIsolationLevel,
): Promise<void> {
  try {
    await transaction.begin(isolationLevel);
  } catch (error) {
    heldBy(transaction)?.close();
    // On a closed connection this sends nothing: it only releases.
    await transaction.rollback().catch(() => undefined);
    throw error;
  }
}

/** Undoes a transaction, or closes its connection: the next to use that must not find itself inside of it. */
export async function rollbackOrClose(transaction: mssql.Transaction): Promise<void> {
  const held = heldBy(transaction);
  try {
    await transaction.rollback();
  } catch (error) {
    held?.close();
    throw error;
  }
}
