import { NgTemplateOutlet } from '@angular/common';
import {
  afterRenderEffect,
  Component,
  computed,
  contentChild,
  type ElementRef,
  input,
  output,
  TemplateRef,
  untracked,
  viewChild,
} from '@angular/core';
import type { SortDirection } from '@tournee/graphql';
import { nextSort, ROWS_PER_PAGE, type TableQuery } from '../util/table-query.ts';
import { tableMessages } from './admin-messages.ts';
import { AdminRow } from './admin-row.ts';

export interface AdminColumn {
  readonly label: string;
  /** Sort key, for a column that the hub sorts by. */
  readonly sort?: string;
  /** The order that a first click asks for: the newest of dates, the first of names. */
  readonly first?: SortDirection;
  readonly width?: string;
  readonly isNumber?: boolean;
  /** Its label is for screen readers only: a column of buttons. */
  readonly isUnseen?: boolean;
}

/**
 * Rows that the hub sorts and pages. The arrow keys move between their `.row-link` (which covers the whole row) or
 * `.row-stop` (which does not), one in each row; what a row shows is
 * the projected `[appAdminRow]`.
 */
@Component({
  selector: 'app-admin-table',
  imports: [NgTemplateOutlet],
  templateUrl: './admin-table.html',
  styleUrl: './admin-table.css',
  host: { '(keydown.arrowdown)': 'step($event, 1)', '(keydown.arrowup)': 'step($event, -1)' },
})
export class AdminTable<Row extends { readonly id: string }> {
  readonly caption = input.required<string>();
  readonly columns = input.required<readonly AdminColumn[]>();
  readonly rows = input.required<readonly Row[]>();
  readonly total = input.required<number>();
  readonly query = input.required<TableQuery>();
  readonly isLoading = input.required<boolean>();
  /** What stands there when there is nothing at all, whatever one asks for. */
  readonly empty = input.required<string>();
  /** Counts the rows in words: `12 utilisateurs`. */
  readonly counted = input.required<(total: number) => string>();
  readonly ask = output<Partial<TableQuery>>();

  protected readonly messages = tableMessages;
  protected readonly cells = contentChild.required(AdminRow, { read: TemplateRef });
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');

  protected readonly pages = computed(() => Math.max(1, Math.ceil(this.total() / ROWS_PER_PAGE)));
  protected readonly range = computed(() => {
    const before = (this.query().page - 1) * ROWS_PER_PAGE;
    return tableMessages.range(before + 1, before + this.rows().length, this.total());
  });
  protected readonly isFiltered = computed(
    () => this.query().text !== '' || Object.keys(this.query().filters).length > 0,
  );

  constructor() {
    // Another page, another order: from the top, once its rows are there. The same ones read again stay where they are.
    let shown: TableQuery | null = null;
    afterRenderEffect(() => {
      this.rows();
      const query = untracked(this.query);
      if (query === shown) return;
      shown = query;
      untracked(this.scroller).nativeElement.scrollTop = 0;
    });
  }

  protected sortOf({ sort }: AdminColumn): 'ascending' | 'descending' | null {
    if (sort === undefined || this.query().sort.key !== sort) return null;
    return this.query().sort.direction === 'asc' ? 'ascending' : 'descending';
  }

  protected sortBy({ sort, first = 'asc' }: AdminColumn): void {
    const current = this.query().sort;
    if (sort !== undefined) this.ask.emit({ sort: nextSort(current, sort, first) });
  }

  protected clear(): void {
    this.ask.emit({ text: '', filters: {} });
  }

  /** ↑ and ↓ move between the rows, from wherever one stands in a row. */
  protected step(event: Event, by: 1 | -1): void {
    const links = [...this.scroller().nativeElement.querySelectorAll<HTMLElement>('.row-link, .row-stop')];
    const row = (event.target as HTMLElement).closest('tr');
    const next = links[links.findIndex((link) => row?.contains(link)) + by];
    if (row === null || next === undefined) return;
    event.preventDefault();
    next.focus();
  }
}
