import { jest } from '@jest/globals';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { HubError } from '../../shared/data/hub/hub-error.ts';
import { AdminHub } from './admin-hub.ts';
import { AttentionStore } from './attention-store.ts';

let failed: number;
let failure: Error | null;
const changes = signal(0);

function open(): AttentionStore {
  const ask = () =>
    failure
      ? Promise.reject(failure)
      : Promise.resolve({ errors: { total: 2 }, failed: { total: failed }, uncertain: { total: 1 } });
  TestBed.configureTestingModule({
    providers: [AttentionStore, { provide: AdminHub, useValue: { ask, changes } }],
  });
  return TestBed.inject(AttentionStore);
}

beforeEach(() => {
  jest.useFakeTimers();
  failed = 0;
  failure = null;
});
afterEach(() => {
  TestBed.resetTestingModule();
  jest.useRealTimers();
});

describe('AttentionStore', () => {
  it('counts open errors, and mails that were refused or are uncertain; again by itself', async () => {
    const store = open();
    await store.load();
    expect(store.counts()).toEqual({ erreurs: 2, mails: 1 });
    failed = 3;
    await jest.advanceTimersByTimeAsync(15_000);
    expect(store.counts()).toEqual({ erreurs: 2, mails: 4 });
  });

  it('counts again after a change', async () => {
    const store = open();
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
    failed = 2;
    changes.update((count) => count + 1);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
    expect(store.counts().mails).toBe(3);
  });

  it('keeps what it knew while the hub is away, and counts on when it is back', async () => {
    const store = open();
    await store.load();
    failure = new HubError('unreachable', 'NO_ANSWER', 'Failed to fetch');
    await jest.advanceTimersByTimeAsync(15_000);
    expect(store.counts().erreurs).toBe(2);
    failure = null;
    failed = 1;
    await jest.advanceTimersByTimeAsync(15_000);
    expect(store.counts().mails).toBe(2);
  });
});
