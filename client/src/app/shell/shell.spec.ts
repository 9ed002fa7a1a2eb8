import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, RouterOutlet } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { type SyncProgress, SyncStore } from '../domains/shared/data/sync-store.ts';
import { FirstSync } from './first-sync.ts';
import { Shell } from './shell.ts';

@Component({ template: 'the page' })
class Page {}

/** What the shell shows at an address, while the base is where it is. */
async function textAt(url: string, firstSync: SyncProgress | null, isKnown = true): Promise<string> {
  const sync = {
    firstSync: signal(firstSync),
    isKnown: signal(isKnown),
    link: signal('syncing'),
    problem: signal(null),
    refresh: () => undefined,
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: SyncStore, useValue: sync },
      provideRouter([
        {
          path: '',
          component: Shell,
          children: [
            { path: 'clients', component: Page },
            {
              path: 'administration',
              data: { hubAlone: true },
              children: [{ path: 'mails', component: Page }],
            },
          ],
        },
      ]),
    ],
  });
  // Rail, top bar and strips have specs of their own, and stores that this one does without.
  TestBed.overrideComponent(Shell, {
    set: { imports: [FirstSync, RouterOutlet], schemas: [CUSTOM_ELEMENTS_SCHEMA] },
  });
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(url);
  await harness.fixture.whenStable();
  return (harness.fixture.nativeElement as HTMLElement).textContent;
}

const COPYING = { received: 10, total: 100 };

describe('Shell', () => {
  it('shows the first copy of the base in place of a page that needs it', async () => {
    const text = await textAt('/clients', COPYING);
    expect(text).toContain('Première synchronisation');
    expect(text).not.toContain('the page');
  });

  it('opens a page that reads the hub alone meanwhile, and before anything is known of the base', async () => {
    expect(await textAt('/administration/mails', COPYING)).toContain('the page');
    TestBed.resetTestingModule();
    expect(await textAt('/administration/mails', null, false)).toContain('the page');
  });

  it('shows any page when the base is there, and none while nothing is known of it', async () => {
    expect(await textAt('/clients', null)).toContain('the page');
    TestBed.resetTestingModule();
    expect(await textAt('/clients', null, false)).not.toContain('the page');
  });
});
