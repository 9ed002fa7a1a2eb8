import { Directive, input } from '@angular/core';

/** The cells of one row of an admin table: `<ng-template [appAdminRow]="rows" let-row>…</ng-template>`. */
@Directive({ selector: 'ng-template[appAdminRow]' })
export class AdminRow<Row> {
  /** The rows, so that the template knows the type of `let-row`. */
  readonly appAdminRow = input.required<readonly Row[]>();

  static ngTemplateContextGuard<Row>(_row: AdminRow<Row>, _context: unknown): _context is { $implicit: Row } {
    return true;
  }
}
