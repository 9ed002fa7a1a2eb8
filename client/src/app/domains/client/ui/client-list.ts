import type { ListRange } from '@angular/cdk/collections';
import { CdkVirtualScrollViewport, ScrollingModule } from '@angular/cdk/scrolling';
import {
  afterNextRender,
  afterRenderEffect,
  ApplicationRef,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { DisplayNamePipe } from '../../shared/ui/display-name-pipe.ts';
import type { DirectoryEntry } from '../../shared/data/directory/directory-entry.ts';
import { clientMessages } from './client-messages.ts';

const ROW_HEIGHT = 52;

/** Which row the arrow keys stand on, and from what this was worked out. */
interface ActiveSource {
  query: string;
  openId: string | null;
  items: readonly DirectoryEntry[];
}

/**
 * Search field and list in one: the focus stays in the field while ↑ and ↓ move through the list (a combobox with a
 * list that is always open), so that one can go on typing.
 */
@Component({
  selector: 'app-client-list',
  imports: [ScrollingModule, DisplayNamePipe],
  templateUrl: './client-list.html',
  styleUrl: './client-list.css',
  host: { class: 'panel' },
})
export class ClientList {
  readonly items = input.required<readonly DirectoryEntry[]>();
  readonly total = input.required<number>();
  readonly query = model.required<string>();
  readonly isLoading = input.required<boolean>();
  readonly openId = input.required<string | null>();

  /** A row was clicked: the card opens, the focus stays here. */
  readonly pick = output<string>();
  /** Enter on a row: the card opens and takes the focus. */
  readonly enter = output<string>();

  protected readonly messages = clientMessages;
  protected readonly rowHeight = ROW_HEIGHT;

  private readonly app = inject(ApplicationRef);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly viewport = viewChild.required(CdkVirtualScrollViewport);

  protected readonly activeId = linkedSignal<ActiveSource, string | null>({
    source: () => ({ query: this.query(), openId: this.openId(), items: this.items() }),
    computation: ({ query, openId, items }, previous) => {
      const holds = (id: string | null) => id !== null && items.some((item) => item.id === id);
      const isSameQuery = previous?.source.query === query;
      if (openId !== previous?.source.openId && isSameQuery && holds(openId)) return openId;
      if (isSameQuery && holds(previous.value)) return previous.value;
      if (query === '' && holds(openId)) return openId;
      return items[0]?.id ?? null;
    },
  });
  protected readonly activeIndex = computed(() =>
    this.items().findIndex((item) => item.id === this.activeId()),
  );
  /** The rows that stand in the page; the others are drawn when they are scrolled to. */
  private readonly drawn = signal<ListRange>({ start: 0, end: 0 });
  private readonly isDrawn = computed(() => this.drawn().end > 0);
  protected readonly activeDescendant = computed(() => {
    const index = this.activeIndex();
    const { start, end } = this.drawn();
    return index >= start && index < end ? `client-${this.activeId() ?? ''}` : null;
  });
  protected readonly foot = computed(() =>
    this.query().trim() === ''
      ? clientMessages.clientCount(this.total())
      : clientMessages.resultCount(this.items().length, this.total()),
  );

  constructor() {
    afterNextRender(() => {
      const viewport = this.viewport();
      viewport.checkViewportSize();
      viewport.renderedRangeStream.subscribe((range) => {
        this.drawn.set(range);
      });
    });
    afterRenderEffect(() => {
      if (this.isDrawn()) this.revealRow(this.activeIndex());
    });
  }

  /** Puts the cursor in the search field, with its text selected. */
  focus(): void {
    const { nativeElement } = this.field();
    nativeElement.focus();
    nativeElement.select();
  }

  /** Rows hold no state: new words in a row that is there cost less than another row (10 ms a key instead of 13). */
  protected readonly byPlace = (index: number): number => index;

  protected search(event: Event): void {
    this.query.set((event.target as HTMLInputElement).value);
    // In the task of the key itself: a timer's turn may come a frame later when the laptop is busy.
    this.app.tick();
  }

  protected clear(): void {
    this.query.set('');
    this.field().nativeElement.focus();
  }

  protected openActive(): void {
    const id = this.activeId();
    if (id !== null) this.enter.emit(id);
  }

  protected move(event: Event, step: number): void {
    event.preventDefault();
    this.moveTo(this.activeIndex() + step);
  }

  protected movePage(event: Event, direction: 1 | -1): void {
    event.preventDefault();
    const page = Math.max(1, Math.floor(this.viewport().getViewportSize() / ROW_HEIGHT) - 1);
    this.moveTo(this.activeIndex() + direction * page);
  }

  /** The link is there for the middle button; a plain click stays in the app and leaves the focus in the field. */
  protected pickRow(event: MouseEvent, id: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.activeId.set(id);
    this.pick.emit(id);
  }

  private moveTo(index: number): void {
    const last = this.items().length - 1;
    const item = this.items()[Math.min(Math.max(index, 0), last)];
    if (item) this.activeId.set(item.id);
  }

  private revealRow(index: number): void {
    const viewport = this.viewport();
    if (index < 0) return;
    const top = index * ROW_HEIGHT;
    const offset = viewport.measureScrollOffset();
    const height = viewport.getViewportSize();
    if (top < offset) viewport.scrollToOffset(top);
    else if (top + ROW_HEIGHT > offset + height) viewport.scrollToOffset(top + ROW_HEIGHT - height);
  }
}
