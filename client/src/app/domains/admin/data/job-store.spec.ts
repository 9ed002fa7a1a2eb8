import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { Job } from '@tournee/graphql';
import { CLOCK } from '../../shared/data/clock-store.ts';
import { HubError } from '../../shared/data/hub/hub-error.ts';
import { JobRequests } from './job-requests.ts';
import { JobStore } from './job-store.ts';
import { aJob as job } from './testing/a-job.ts';

const NOW = new Date('2026-11-24T09:00:00.000Z');
/** A hub whose jobs the spec decides. */
class Hub {
  jobs: Job[] = [job()];
  asked = 0;
  failure: Error | null = null;

  list(): Promise<Job[]> {
    this.asked += 1;
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(this.jobs);
  }

  run(): Promise<Job> {
    return this.failure
      ? Promise.reject(this.failure)
      : Promise.resolve(job({ nextRunAt: NOW.toISOString() }));
  }
}

let hub: Hub;
let visibility: DocumentVisibilityState;

function show(state: DocumentVisibilityState): void {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
}

async function open(): Promise<JobStore> {
  TestBed.configureTestingModule({
    providers: [JobStore, { provide: JobRequests, useValue: hub }, { provide: CLOCK, useValue: () => NOW }],
  });
  const store = TestBed.inject(JobStore);
  await jest.advanceTimersByTimeAsync(0);
  return store;
}

beforeEach(() => {
  jest.useFakeTimers();
  hub = new Hub();
  visibility = 'visible';
  jest.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
});
afterEach(() => {
  TestBed.resetTestingModule();
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('JobStore', () => {
  it('asks rarely while nothing runs, often while something does', async () => {
    await open();
    await jest.advanceTimersByTimeAsync(29_000);
    expect(hub.asked).toBe(1);
    hub.jobs = [job({ isRunning: true })];
    await jest.advanceTimersByTimeAsync(1_000);
    expect(hub.asked).toBe(2);
    await jest.advanceTimersByTimeAsync(6_000);
    expect(hub.asked).toBe(5);
  });

  it('waits for a run that was just asked for', async () => {
    const store = await open();
    expect(await store.run('archiving')).toBeNull();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(hub.asked).toBe(2);
  });

  it('does not ask while nobody looks, and at once when somebody does again', async () => {
    hub.jobs = [job({ isRunning: true })];
    await open();
    show('hidden');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(hub.asked).toBe(1);
    show('visible');
    expect(hub.asked).toBe(2);
  });

  it('stops when the page is left', async () => {
    hub.jobs = [job({ isRunning: true })];
    await open();
    TestBed.resetTestingModule();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(hub.asked).toBe(1);
  });

  it('keeps what it knows when the hub goes away, and tries again', async () => {
    const store = await open();
    hub.failure = new HubError('unreachable', 'NO_ANSWER', 'no');
    await jest.advanceTimersByTimeAsync(30_000);
    expect(store.jobs()).toHaveLength(1);
    expect(store.problem()).toMatchObject({ isOffline: true });
    hub.failure = null;
    await jest.advanceTimersByTimeAsync(30_000);
    expect(store.problem()).toBeNull();
  });

  it('says in the hub’s words why a job does not run', async () => {
    const store = await open();
    hub.failure = new HubError('fault', 'BAD_INPUT', 'Cette tâche est en pause.');
    expect(await store.run('archiving')).toBe('Cette tâche est en pause.');
  });
});
