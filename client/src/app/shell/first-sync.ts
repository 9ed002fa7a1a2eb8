import { Component, computed, input, output } from '@angular/core';
import type { Link, SyncProgress } from '../domains/shared/data/sync-store.ts';
import { shellMessages } from './shell-messages.ts';

/** The first copy of the base, instead of the pages: without it there is nothing to show. */
@Component({
  selector: 'app-first-sync',
  templateUrl: './first-sync.html',
  styleUrl: './first-sync.css',
})
export class FirstSync {
  readonly progress = input.required<SyncProgress>();
  readonly link = input.required<Link>();
  readonly problem = input.required<string | null>();
  readonly retry = output();

  protected readonly messages = shellMessages;
  protected readonly isStopped = computed(() => this.link() === 'offline' || this.problem() !== null);
  /** Null as long as the hub has not said how much there is: the bar then has no length. */
  protected readonly share = computed(() => {
    const { received, total } = this.progress();
    return total > 0 ? Math.min(100, Math.floor((100 * received) / total)) : null;
  });
}
