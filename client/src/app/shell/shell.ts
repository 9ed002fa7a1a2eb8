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
      @if (isPageReady()) {
        <app-shell-strips />
        <div class="page"><router-outlet /></div>
      } @else if (sync.firstSync(); as progress) {
        <app-first-sync
          [progress]="progress"
          [link]="sync.link()"
          [problem]="sync.problem()"
          (retry)="sync.refresh()"
        />
      }
    </main>
  `,
  styleUrl: './shell.css',
})
export class Shell {
  protected readonly sync = inject(SyncStore);
  private readonly router = inject(Router);

  private readonly route = computed(() =>
    this.router.lastSuccessfulNavigation() === null ? null : this.router.routerState.snapshot.root,
  );
  /** A page that reads the hub alone does not wait for the first copy of the base. */
  protected readonly isPageReady = computed(() => {
    const route = this.route();
    const isLoaded = this.sync.isKnown() && this.sync.firstSync() === null;
    return isLoaded || (route !== null && readsHubAlone(route));
  });

  /** The title of the page, as the browser's tab has it, without the name of the app. */
  protected readonly heading = computed(() => {
    if (this.sync.firstSync() !== null && !this.isPageReady()) return shellMessages.firstSync;
    const route = this.route();
    return (route === null ? '' : titleOf(route)).split(' · ')[0] ?? '';
  });
}

function titleOf(route: ActivatedRouteSnapshot): string {
  return (route.firstChild ? titleOf(route.firstChild) : '') || (route.title ?? '');
}

function readsHubAlone(route: ActivatedRouteSnapshot): boolean {
  return route.data['hubAlone'] === true || (route.firstChild !== null && readsHubAlone(route.firstChild));
}
