import { CdkVirtualScrollViewport, ScrollingModule } from '@angular/cdk/scrolling';
import {
  afterRenderEffect,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  model,
  output,
  viewChild,
} from '@angular/core';
import {
  ACCUEIL_COLUMNS,
  type AccueilColumn,
  type AccueilOrder,
  type AccueilRow,
  type AccueilView,
} from '../util/accueil-rows.ts';
import { accueilMessages } from './accueil-messages.ts';
import { clientMessages } from './client-messages.ts';
import { dayWords } from './day-pill.ts';

const ROW_HEIGHT = 34;

/** One of the two tables of Accueil. The focus stays on the table while ↑ and ↓ move through its rows. */
@Component({
  selector: 'app-accueil-table',
  imports: [ScrollingModule],
  templateUrl: './accueil-table.html',
  styleUrl: './accueil-table.css',
})
export class AccueilTable {
  readonly rows = input.required<readonly AccueilRow[]>();
  readonly view = input.required<AccueilView>();
  readonly order = model.required<AccueilOrder | null>();
  readonly selectedId = model.required<string | null>();

  /** Enter, or a double click. */
  readonly openCard = output<string>();

  protected readonly messages = accueilMessages;
  protected readonly unnamed = clientMessages.unnamed;
  protected readonly rowHeight = ROW_HEIGHT;
  protected readonly columns = ACCUEIL_COLUMNS;
  protected readonly selectedIndex = computed(() =>
    this.rows().findIndex(({ id }) => id === this.selectedId()),
  );

  private readonly viewport = viewChild.required(CdkVirtualScrollViewport);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    afterRenderEffect(() => {
      this.revealRow(this.selectedIndex());
    });
  }

  focus(): void {
    this.viewport().elementRef.nativeElement.focus({ preventScroll: true });
  }

  protected readonly byPlace = (index: number): number => index;

  protected nameOf(column: AccueilColumn): string {
    return column === 'jours' ? accueilMessages.dayColumn[this.view()] : accueilMessages.columns[column];
  }

  protected sortOf(column: AccueilColumn): 'ascending' | 'descending' | 'none' {
    const order = this.order();
    if (order?.column !== column) return 'none';
    return order.isDescending ? 'descending' : 'ascending';
  }

  /** Ascending, descending, and back to the order that the table begins with. */
  protected sortBy(column: AccueilColumn): void {
    const sort = this.sortOf(column);
    if (sort === 'none') this.order.set({ column, isDescending: false });
    else this.order.set(sort === 'ascending' ? { column, isDescending: true } : null);
  }

  protected daysOf(row: AccueilRow) {
    return dayWords(row, this.view());
  }

  protected move(event: Event, step: number): void {
    event.preventDefault();
    this.select(this.selectedIndex() + step);
  }

  protected movePage(event: Event, direction: 1 | -1): void {
    const page = Math.max(1, Math.floor(this.viewport().getViewportSize() / ROW_HEIGHT) - 1);
    this.move(event, direction * page);
  }

  protected moveToEnd(event: Event, isLast: boolean): void {
    event.preventDefault();
    this.select(isLast ? this.rows().length - 1 : 0);
  }

  protected open(): void {
    const id = this.selectedId();
    if (id !== null) this.openCard.emit(id);
  }

  private select(index: number): void {
    const row = this.rows()[Math.min(Math.max(index, 0), this.rows().length - 1)];
    if (row) this.selectedId.set(row.id);
  }

  private revealRow(index: number): void {
    // Before the page is laid out there is nothing to scroll in.
    if (index < 0 || this.host.clientHeight === 0) return;
    const viewport = this.viewport();
    const top = index * ROW_HEIGHT;
    const offset = viewport.measureScrollOffset();
    const height = viewport.getViewportSize();
    if (height === 0) return;
    if (top < offset) viewport.scrollToOffset(top);
    else if (top + ROW_HEIGHT > offset + height) viewport.scrollToOffset(top + ROW_HEIGHT - height);
  }
}
