import { Injector, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { HubError } from '../../shared/data/hub/hub-error.ts';
import { AdminList, type RowPage } from './admin-list.ts';
import type { TableQuery } from '../util/table-query.ts';

const QUERY: TableQuery = { text: '', filters: {}, sort: { key: 'nom', direction: 'asc' }, page: 1 };

/** A list whose questions are answered by hand. */
function list() {
  const query = signal(QUERY);
  const asked: {
    page: number;
    signal: AbortSignal;
    answer(rows: string[]): void;
    fail(error: unknown): void;
  }[] = [];
  const fetch = ({ page }: TableQuery, signal: AbortSignal) =>
    new Promise<RowPage<string>>((resolve, reject) => {
      asked.push({
        page,
        signal,
        answer: (rows) => {
          resolve({ rows, total: rows.length });
        },
        fail: reject,
      });
    });
  const made = runInInjectionContext(TestBed.inject(Injector), () => new AdminList(query, fetch));
  TestBed.tick();
  return { list: made, query, asked };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('AdminList', () => {
  it('asks at once, and shows what came', async () => {
    const { list: rows, asked } = list();
    expect(rows.isLoading()).toBe(true);
    expect(rows.page()).toBeNull();
    asked[0]?.answer(['a']);
    await settle();
    expect(rows.page()).toEqual({ rows: ['a'], total: 1 });
    expect(rows.isLoading()).toBe(false);
  });

  it('keeps the rows of before while the next ones are on their way', async () => {
    const { list: rows, query, asked } = list();
    asked[0]?.answer(['a']);
    await settle();
    query.set({ ...QUERY, page: 2 });
    TestBed.tick();
    expect(asked.map(({ page }) => page)).toEqual([1, 2]);
    expect(rows.page()?.rows).toEqual(['a']);
    expect(rows.isLoading()).toBe(true);
  });

  it('never shows a slow answer in place of that to a later question', async () => {
    const { list: rows, query, asked } = list();
    query.set({ ...QUERY, page: 2 });
    TestBed.tick();
    expect(asked[0]?.signal.aborted).toBe(true);
    asked[1]?.answer(['second']);
    asked[0]?.answer(['first']);
    await settle();
    expect(rows.page()?.rows).toEqual(['second']);
  });

  it('keeps its rows when asking fails, says why, and can ask again', async () => {
    const { list: rows, asked } = list();
    asked[0]?.answer(['a']);
    await settle();
    void rows.reload();
    asked[1]?.fail(new HubError('unreachable', 'NO_ANSWER', 'Failed to fetch'));
    await settle();
    expect(rows.problem()?.isOffline).toBe(true);
    expect(rows.page()?.rows).toEqual(['a']);
    void rows.reload();
    asked[2]?.answer(['b']);
    await settle();
    expect(rows.problem()).toBeNull();
    expect(rows.page()?.rows).toEqual(['b']);
  });
});
