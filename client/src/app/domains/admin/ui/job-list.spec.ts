import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Job } from '@tournee/graphql';
import { aJob } from '../data/testing/a-job.ts';
import { JobList } from './job-list.ts';

const NOW = new Date('2026-11-24T09:00:00.000Z');
let fixture: ComponentFixture<JobList>;
let asked: string[];

async function render(change: Partial<Job>): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  fixture = TestBed.createComponent(JobList);
  fixture.componentRef.setInput('jobs', [aJob(change)]);
  fixture.componentRef.setInput('now', NOW);
  asked = [];
  fixture.componentInstance.run.subscribe(({ name }) => asked.push(`run ${name}`));
  fixture.componentInstance.setPaused.subscribe(({ job, isPaused }) =>
    asked.push(`${isPaused ? 'pause' : 'resume'} ${job.name}`),
  );
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

const press = (element: HTMLElement, words: string) =>
  [...element.querySelectorAll('button')].find((button) => button.textContent.trim() === words)!.click();

describe('JobList', () => {
  it('tells what came of the last run', async () => {
    const element = await render({
      lastRun: {
        id: '7',
        job: 'archiving',
        status: 'failed',
        attempt: 6,
        requestedBy: null,
        hub: 'srv:1',
        startedAt: '2026-11-24T01:15:00.000Z',
        endedAt: '2026-11-24T01:15:01.000Z',
        counts: null,
        error: 'disque plein',
      },
    });
    expect(element.textContent).toContain('24/11/2026 02:15');
    expect(element.textContent).toContain('en échec');
    expect(element.textContent).toContain('disque plein');
  });

  it('asks for a run, and for a pause', async () => {
    const element = await render({});
    press(element, 'Lancer maintenant');
    press(element, 'Pause');
    expect(asked).toEqual(['run archiving', 'pause archiving']);
  });

  it.each([{ isRunning: true }, { isPaused: true }, { nextRunAt: '2026-11-24T09:00:01.000Z' }])(
    'asks for no run when %p',
    async (change) => {
      press(await render(change), 'Lancer maintenant');
      expect(asked).toEqual([]);
    },
  );

  it('lets a paused job go on', async () => {
    const element = await render({ isPaused: true });
    expect(element.textContent).toContain('en pause');
    press(element, 'Reprendre');
    expect(asked).toEqual(['resume archiving']);
  });

  it('leads to the setting of the schedule', async () => {
    const link = (await render({})).querySelector('a');
    expect(link?.getAttribute('href')).toContain('reglages?reglage=relation.archiveSchedule');
  });
});
