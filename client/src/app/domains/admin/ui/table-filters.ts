import { Component, DestroyRef, inject, input, linkedSignal, output } from '@angular/core';
import type { TableQuery } from '../util/table-query.ts';
import { tableMessages } from './admin-messages.ts';

export interface TableFilter {
  /** Its name in the address. */
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** A pause in typing after which the hub is asked, in milliseconds. */
const PAUSE = 300;

/** The line above a table: what is searched, which rows, and (projected) what can be done. */
@Component({
  selector: 'app-table-filters',
  templateUrl: './table-filters.html',
  styleUrl: './table-filters.css',
  host: { role: 'search' },
})
export class TableFilters {
  readonly query = input.required<TableQuery>();
  readonly filters = input<readonly TableFilter[]>([]);
  /** What the text is looked for in; null: there is no text to look for. */
  readonly searchIn = input<string | null>(null);
  readonly ask = output<Partial<TableQuery>>();

  protected readonly messages = tableMessages;
  /** What stands in the field: ahead of the address while one types. */
  protected readonly text = linkedSignal(() => this.query().text);
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.pause);
    });
  }

  protected type(text: string): void {
    this.text.set(text);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => {
      this.search();
    }, PAUSE);
  }

  protected search(): void {
    clearTimeout(this.pause);
    const text = this.text().trim();
    if (text !== this.query().text) this.ask.emit({ text });
  }

  protected clear(): void {
    this.text.set('');
    this.search();
  }

  protected choose(name: string, value: string): void {
    const { [name]: _former, ...others } = this.query().filters;
    this.ask.emit({ filters: value === '' ? others : { ...others, [name]: value } });
  }
}
