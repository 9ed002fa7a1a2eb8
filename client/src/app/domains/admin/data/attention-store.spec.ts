import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { HubError } from '../../shared/data/hub/hub-error.ts';
import { AdminHub } from './admin-hub.ts';
import { AttentionStore } from './attention-store.ts';

let failed: number;
let failure: Error | null;

function open(): AttentionStore {
  const ask = () =>
    failure
      ? Promise.reject(failure)
      : Promise.resolve({ errors: { total: 2 }, failed: { total: failed }, uncertain: { total: 1 } });
  TestBed.configureTestingModule({ providers: [AttentionStore, { provide: AdminHub, useValue: { ask } }] });
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
