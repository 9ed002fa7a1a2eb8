/** The SQL Server to test on, if DATABASE_URL names one; else tests run on the embedded engine. */
export function testServerUrl(): string | undefined {
  const url = process.env['DATABASE_URL'];
  return url?.startsWith('mssql:') === true ? url : undefined;
}

/** How many transactions each writer of the feed test does; FEED_TRANSACTIONS asks for more. */
export function feedTransactions(): number {
  return Number(process.env['FEED_TRANSACTIONS'] ?? 25);
}
