import { collationKey, type CollationKey } from '../storage/collation.ts';
import type { Expression } from '../tsql/syntax.ts';
import { UnsupportedSql } from '../tsql/unsupported-sql.ts';

/** The collation that an expression names with `collate`, if any: it decides how the expression is compared. */
export function collationOf(expression: Expression): CollationKey | undefined {
  switch (expression.kind) {
    case 'collate':
      return knownCollation(expression.collation);
    case 'group':
      return collationOf(expression.value);
    case 'binary':
      return expression.operator === '+'
        ? (collationOf(expression.left) ?? collationOf(expression.right))
        : undefined;
    default:
      return undefined;
  }
}

function knownCollation(collation: string): CollationKey | undefined {
  if (collation.toLowerCase() === 'database_default') return undefined;
  const key = collationKey(collation);
  if (key === undefined) throw new UnsupportedSql(`the collation ${collation}`);
  return key;
}

/** The text's key in the collation, in place of the text. */
export function withKey(key: CollationKey | undefined, sql: string): string {
  return key === undefined || key === 'exact' ? sql : `${key}(${sql})`;
}
