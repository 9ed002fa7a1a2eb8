import type { ChaosReport } from './run-chaos.ts';

/** Nothing is lost, doubled or different, everybody has finished, and something was tried. */
export function isClean({ lost, doubled, refused, unequal, unfinished, accepted }: ChaosReport): boolean {
  return accepted > 0 && [lost, doubled, refused, unequal, unfinished].every((faults) => faults.length === 0);
}

/** The figures as lines of text, faults last. */
export function renderReport(report: ChaosReport): string {
  const counts = (all: Readonly<Record<string, number>>): string =>
    Object.entries(all)
      .map(([what, count]) => `${String(count)} ${what}`)
      .join(', ');
  const lines: [string, string][] = [
    ['noted', String(report.noted)],
    ['accepted', String(report.accepted)],
    ['kills of hubs', String(report.kills)],
    ['disk full', `${String(report.diskEpisodes)} times: ${report.disk}`],
    ['requests', `${String(report.requests)}, of which ${counts(report.faults)}`],
    ['failed exchanges', counts(report.failures)],
    ['waiting at the end', `${String(report.waiting)} operations, ${String(report.unsent)} of them not sent`],
    ['finished after', `${(report.drainMs / 1000).toFixed(1)} s`],
    ...(['unfinished', 'refused', 'lost', 'doubled', 'unequal'] as const).map((kind): [string, string] => [
      kind,
      [String(report[kind].length), ...report[kind].slice(0, 20)].join('\n  '),
    ]),
  ];
  return lines.map(([name, value]) => `${name.padEnd(20)}${value}\n`).join('');
}
