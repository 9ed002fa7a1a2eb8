import { NgTemplateOutlet } from '@angular/common';
import { Component, contentChild, input, output, TemplateRef } from '@angular/core';
import type { AdminList } from '../data/admin-list.ts';
import type { TableQuery } from '../util/table-query.ts';
import { AdminRow } from './admin-row.ts';
import { type AdminColumn, AdminTable } from './admin-table.ts';
import { ProblemNotice } from './problem-notice.ts';

export interface AdminListWords {
  readonly caption: string;
  /** What stands there when there is nothing at all, whatever one asks for. */
  readonly empty: string;
  /** Counts the rows in words: `12 utilisateurs`. */
  readonly counted: (total: number) => string;
  readonly loading: string;
}

/** A list of the admin area in each of its states: why it could not be read, its table, that it is still being read. */
@Component({
  selector: 'app-admin-list-view',
  imports: [AdminRow, AdminTable, NgTemplateOutlet, ProblemNotice],
  templateUrl: './admin-list-view.html',
  styleUrl: './admin-list-view.css',
})
export class AdminListView<Row extends { readonly id: string }> {
  readonly list = input.required<Pick<AdminList<unknown>, 'page' | 'problem' | 'isLoading' | 'reload'>>();
  /** What is shown of the list's rows; what a row shows is the projected `[appAdminRow]`. */
  readonly rows = input.required<readonly Row[]>();
  readonly columns = input.required<readonly AdminColumn[]>();
  readonly query = input.required<TableQuery>();
  readonly words = input.required<AdminListWords>();
  readonly ask = output<Partial<TableQuery>>();

  protected readonly cells = contentChild.required(AdminRow, { read: TemplateRef });
}
