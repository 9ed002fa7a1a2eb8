import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { JobRun } from '@tournee/graphql';
import { type JobRunQuery, runQueryOf } from '../util/job-run-query.ts';
import { aJob } from '../data/testing/a-job.ts';
import { JobRunList } from './job-run-list.ts';

const RUN: JobRun = {
  id: '7',
  job: 'archiving',
  status: 'done',
  attempt: 1,
  requestedBy: null,
  hub: 'srv:12',
  startedAt: '2026-11-24T08:00:00.000Z',
  endedAt: '2026-11-24T08:00:12.000Z',
  counts: { archived: 3, histories: 2 },
  error: null,
};

let fixture: ComponentFixture<JobRunList>;
let element: HTMLElement;
let changes: Partial<JobRunQuery>[];

async function render(runs: JobRun[], query = runQueryOf({}), total = runs.length): Promise<void> {
  fixture = TestBed.createComponent(JobRunList);
  const inputs = { runs, total, query, perPage: 25, isLoading: false, jobs: [aJob()] };
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  fixture.componentRef.setInput('now', new Date('2026-11-24T09:00:00.000Z'));
  changes = [];
  fixture.componentInstance.changed.subscribe((change) => changes.push(change));
  element = fixture.nativeElement as HTMLElement;
  await fixture.whenStable();
}

const cells = () => [...element.querySelectorAll('tbody td')].map((cell) => cell.textContent.trim());
const button = (words: string) =>
  [...element.querySelectorAll('button')].find((one) => one.textContent.includes(words))!;

describe('JobRunList', () => {
  it('tells of a run in words', async () => {
    await render([RUN]);
    expect(cells()).toEqual([
      '24/11/2026 09:00',
      'Archivage des relations anciennes',
      'réussie',
      '12\u00a0s',
      '3\u00a0relations archivées, 2\u00a0historiques republiés.',
      'planification',
      'srv:12',
    ]);
  });

  it('tells who asked, which try it was, and why it failed', async () => {
    const failed = { status: 'failed', attempt: 3, requestedBy: 'direction', error: 'disque plein' } as const;
    await render([{ ...RUN, ...failed }]);
    expect(cells()).toContain('direction');
    expect(cells()).toContain('disque plein');
    expect(element.textContent).toContain('3\u00a0ᵉ essai');
  });

  it('sorts by a click on a head, and turns round at the second', async () => {
    await render([RUN]);
    button('Tâche').click();
    button('Début').click();
    expect(changes).toEqual([
      { sort: 'job', isAscending: true, page: 1 },
      { sort: 'startedAt', isAscending: true, page: 1 },
    ]);
    expect(element.querySelector('th')?.getAttribute('aria-sort')).toBe('descending');
  });

  it('begins with the first page when a filter changes', async () => {
    await render([RUN], runQueryOf({ page: '2' }), 30);
    const [job, status] = element.querySelectorAll('select');
    job!.value = 'archiving';
    job!.dispatchEvent(new Event('change'));
    status!.value = 'failed';
    status!.dispatchEvent(new Event('change'));
    expect(changes).toEqual([
      { job: 'archiving', page: 1 },
      { status: 'failed', page: 1 },
    ]);
  });

  it('pages as far as there are rows', async () => {
    await render([RUN], runQueryOf({ page: '2' }), 26);
    expect(element.textContent).toContain('26–26 sur 26');
    expect(button('Suivantes').disabled).toBe(true);
    button('Précédentes').click();
    expect(changes).toEqual([{ page: 1 }]);
  });

  it('tells an empty history from filters that find nothing', async () => {
    await render([]);
    expect(element.textContent).toContain('Aucune exécution.');
    await render([], runQueryOf({ resultat: 'failed' }));
    expect(element.textContent).toContain('filtres');
  });
});
