/**
 * T-SQL that the embedded engine does not speak. Thrown instead of guessing: a query that runs but means something
 * else than on SQL Server is worse than one that fails on a developer's desk. The subset is listed in ../README.md.
 */
export class UnsupportedSql extends Error {
  override readonly name = 'UnsupportedSql';
  readonly construct: string;

  constructor(construct: string, near?: string) {
    const where = near === undefined || near === '' ? '' : `, near « ${near} »`;
    super(
      `The embedded engine does not support ${construct}${where} (see db/src/engines/embedded/README.md).`,
    );
    this.construct = construct;
  }
}
