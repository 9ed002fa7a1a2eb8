import type { Catalog } from '../storage/catalog.ts';
import { looseValue } from '../storage/store-value.ts';
import type { StoredValue, ValueRule } from '../storage/value-types.ts';
import type { SqlType } from '../tsql/syntax.ts';
import { MARK } from '../tsql/tokens.ts';

/** One column of a result: its name, and its type where it can be told. */
export interface OutputColumn {
  readonly name: string;
  readonly type: SqlType | undefined;
}

/** A common table (`with x as …`) in sight: its name in lower case, and its columns. */
export interface NamedColumns {
  readonly name: string;
  readonly columns: readonly OutputColumn[];
}

/** Makes the values to bind from the values of a request. */
export type Binder = (values: readonly unknown[]) => StoredValue[];

interface Slot {
  readonly index: number;
  readonly rule: ValueRule;
}

const MARKS = new RegExp(`${MARK}(\\d+)${MARK}`, 'g');

/** What is gathered while one statement is translated. */
export class Translation {
  readonly catalog: Catalog;
  /** Common tables in sight, innermost last. */
  readonly commonTables: NamedColumns[];
  readonly #slots: Slot[] = [];

  constructor(catalog: Catalog, commonTables: readonly NamedColumns[] = []) {
    this.catalog = catalog;
    this.commonTables = [...commonTables];
  }

  /** A translation whose parameters are thrown away, to ask for types only. */
  forTypes(): Translation {
    return new Translation(this.catalog, this.commonTables);
  }

  /** A mark for parameter `index` of the request, converted by `rule` when it is bound. */
  param(index: number, rule: ValueRule = looseValue): string {
    this.#slots.push({ index, rule });
    return `${MARK}${String(this.#slots.length - 1)}${MARK}`;
  }

  /**
   * Puts `?` in the place of each mark, and makes the function that binds values in that order. Marks, because parts
   * of a statement are not written in the order in which they stand; `?`, because node:sqlite looks numbered
   * parameters up by name, which takes the square of their number.
   */
  finish(sql: string): { sql: string; bind: Binder } {
    const slots: Slot[] = [];
    const finished = sql.replace(MARKS, (_, position: string) => {
      const slot = this.#slots[Number(position)];
      if (slot) slots.push(slot);
      return '?';
    });
    return { sql: finished, bind: (values) => slots.map(({ index, rule }) => rule(values[index])) };
  }
}
