/** One line of the bench: a ratio against the plainest way to do the same, in the same run. */
export interface BenchResult {
  name: string;
  /** Ours divided by the baseline (times), or ours divided by the baseline (rates); null where a figure stands alone. */
  ratio: number | null;
  /** What the ratio should be, e.g. `≤ 0.6`. */
  goal: string;
  isMet: boolean;
  /** The figures behind the ratio, in words. */
  figures: string;
}

/** A ratio of times: smaller is better. */
export function atMost(
  name: string,
  ours: number,
  baseline: number,
  limit: number,
  figures: string,
): BenchResult {
  const ratio = ours / baseline;
  return { name, ratio, goal: `≤ ${String(limit)}`, isMet: ratio <= limit, figures };
}

/** A ratio of rates: greater is better. */
export function atLeast(
  name: string,
  ours: number,
  baseline: number,
  limit: number,
  figures: string,
): BenchResult {
  const ratio = ours / baseline;
  return { name, ratio, goal: `≥ ${String(limit)}`, isMet: ratio >= limit, figures };
}

/** A figure with a limit of its own. */
export function below(name: string, value: number, limit: number, unit: string, figures = ''): BenchResult {
  return {
    name,
    ratio: null,
    goal: `≤ ${String(limit)} ${unit}`,
    isMet: value <= limit,
    figures: `${value.toFixed(1)} ${unit}${figures === '' ? '' : `, ${figures}`}`,
  };
}

/** Milliseconds in words. */
export function ms(value: number): string {
  return value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

/** The value below which a share of the values lies, e.g. `quantile(values, 0.95)`. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The table as text, ratios first. */
export function renderTable(results: readonly BenchResult[]): string {
  const rows = results.map((result) => [
    result.ratio === null ? '–' : result.ratio.toFixed(2),
    result.goal,
    result.isMet ? 'met' : 'MISSED',
    result.name,
    result.figures,
  ]);
  const all = [['ratio', 'goal', '', 'what', 'figures'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}
