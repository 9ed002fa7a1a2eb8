import { aJob as job } from '../data/testing/a-job.ts';
import {
  durationWords,
  isImminent,
  jobState,
  laterRunsWords,
  nextRunWords,
  reportWords,
} from './job-words.ts';

const NOW = new Date('2026-11-24T09:00:00.000Z');
describe('jobState', () => {
  it('is running even while a pause is asked for', () => {
    expect(jobState(job({ isRunning: true, isPaused: true }))).toBe('running');
    expect(jobState(job({ isPaused: true }))).toBe('paused');
    expect(jobState(job())).toBe('waiting');
  });
});

describe('nextRunWords', () => {
  it('names the day and the hour in France', () => {
    expect(nextRunWords(job(), NOW)).toBe('mer. 25 nov. à 02:15');
    expect(laterRunsWords(job())).toBe('puis 26 nov. 02:15, 27 nov. 02:15');
  });

  it('knows a run that was asked for', () => {
    const due = job({ nextRunAt: '2026-11-24T08:59:59.000Z' });
    expect(isImminent(due, NOW)).toBe(true);
    expect(nextRunWords(due, NOW)).toBe('dans un instant');
  });

  it('promises nothing while paused, or without a schedule', () => {
    expect(nextRunWords(job({ isPaused: true }), NOW)).toBe('à la reprise');
    expect(laterRunsWords(job({ isPaused: true }))).toBe('');
    expect(nextRunWords(job({ nextRunAt: null, nextRuns: [] }), NOW)).toBe('aucune');
  });
});

describe('reportWords', () => {
  const report = (counts: Record<string, number>) => reportWords({ status: 'done', counts, error: null });

  it('says what was done, and leaves out what was not', () => {
    expect(report({ clients: 1942, written: 1, gone: 0, milliseconds: 812 })).toBe(
      '1\u202f942\u00a0clients relus, 1\u00a0document publié.',
    );
    expect(report({ sent: 0, failed: 0 })).toBe('Rien à faire.');
    expect(report({ staleBaseHours: 30 })).toBe('bases âgées de 30\u00a0heures.');
  });

  it('shows a count that it has no word for', () => {
    expect(report({ toString: 3 })).toBe('toString\u00a0: 3.');
  });

  it('says why a run failed or ended', () => {
    expect(reportWords({ status: 'failed', counts: null, error: 'disque plein' })).toBe('disque plein');
    expect(reportWords({ status: 'abandoned', counts: null, error: null })).toContain('s’est arrêté');
    expect(reportWords({ status: 'running', counts: null, error: null })).toBe('');
  });
});

describe('durationWords', () => {
  const startedAt = '2026-11-24T08:00:00.000Z';
  it.each([
    ['2026-11-24T08:00:00.850Z', '850\u00a0ms'],
    ['2026-11-24T08:00:12.900Z', '12\u00a0s'],
    ['2026-11-24T08:03:05.000Z', '3\u00a0min 05\u00a0s'],
    [null, '1\u00a0h 00\u00a0min'],
    ['2026-11-24T07:59:59.000Z', '0\u00a0ms'],
  ])('until %s', (endedAt, words) => {
    expect(durationWords({ startedAt, endedAt }, NOW)).toBe(words);
  });
});
