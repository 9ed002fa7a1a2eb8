import { Component, computed, inject } from '@angular/core';
import { type ActivatedRouteSnapshot, Router, RouterOutlet } from '@angular/router';
import { SyncStore } from '../domains/shared/data/sync-store.ts';
import { FirstSync } from './first-sync.ts';
import { Rail } from './rail.ts';
import { shellMessages } from './shell-messages.ts';
import { ShellStrips } from './shell-strips.ts';
import { TopBar } from './top-bar.ts';

/** The frame of a signed-in user: rail, top bar, and the page. */
@Component({
  selector: 'app-shell',
  imports: [FirstSync, Rail, RouterOutlet, ShellStrips, TopBar],
  template: `
    <app-rail />
    <app-top-bar [heading]="heading()" />
    <main>
      @if (sync.firstSync(); as progress) {
        <app-first-sync
          [progress]="progress"
          [link]="sync.link()"
          [problem]="sync.problem()"
          (retry)="sync.refresh()"
        />
      } @else if (sync.isKnown()) {
        <app-shell-strips />
        <div class="page"><router-outlet /></div>
      }
    </main>
  `,
  styleUrl: './shell.css',
})
export class Shell {
  protected readonly sync = inject(SyncStore);
  private readonly router = inject(Router);

  /** The title of the page, as the browser's tab has it, without the name of the app. */
  protected readonly heading = computed(() => {
    if (this.sync.firstSync() !== null) return shellMessages.firstSync;
    const title =
      this.router.lastSuccessfulNavigation() === null ? '' : titleOf(this.router.routerState.snapshot.root);
    return title.split(' · ')[0] ?? '';
  });
}

function titleOf(route: ActivatedRouteSnapshot): string {
  return (route.firstChild ? titleOf(route.firstChild) : '') || (route.title ?? '');
}
