import { Component, computed, input } from '@angular/core';
import type { Link } from '../domains/shared/data/sync-store.ts';
import { connectionWords } from './connection-words.ts';

/** Connection and date of the base, always in sight. A full dot is connected, a hollow one is not. */
@Component({
  selector: 'app-connection-pill',
  template: `<span [class]="'dot ' + link()" aria-hidden="true"></span>{{ words().text }}`,
  styleUrl: './connection-pill.css',
  host: { role: 'status', class: 'figures', '[attr.data-tone]': 'words().tone' },
})
export class ConnectionPill {
  readonly link = input.required<Link>();
  readonly baseDate = input.required<Date | null>();
  /** The base is too old, or the clock that dates it is wrong. */
  readonly isStale = input.required<boolean>();

  protected readonly words = computed(() => connectionWords(this.link(), this.baseDate(), this.isStale()));
}
