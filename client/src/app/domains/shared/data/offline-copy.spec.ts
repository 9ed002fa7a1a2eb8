import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Observable } from 'rxjs';
import { type SyncProgress, SyncStore } from './sync-store.ts';
import { offlineCopyOptions } from './offline-copy.ts';

describe('offlineCopyOptions', () => {
  it('waits with the offline copy of the app until the base is on the laptop', async () => {
    const isKnown = signal(false);
    const firstSync = signal<SyncProgress | null>(null);
    TestBed.configureTestingModule({ providers: [{ provide: SyncStore, useValue: { isKnown, firstSync } }] });
    const { registrationStrategy } = TestBed.runInInjectionContext(offlineCopyOptions);
    let isTime = false;
    const strategy = registrationStrategy as () => Observable<unknown>;
    strategy().subscribe(() => (isTime = true));
    const settled = async (): Promise<boolean> => {
      TestBed.tick();
      await Promise.resolve();
      return isTime;
    };
    expect(await settled()).toBe(false);
    firstSync.set({ received: 10, total: 20 });
    isKnown.set(true);
    expect(await settled()).toBe(false);
    firstSync.set(null);
    expect(await settled()).toBe(true);
  });
});
