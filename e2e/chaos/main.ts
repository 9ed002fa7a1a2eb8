/** `npm run chaos -- --seconds N --seed S`. */
import { parseArgs } from 'node:util';
import type { ChaosOptions } from './plan.ts';
import { isClean, renderReport } from './report.ts';
import { runChaos } from './run-chaos.ts';

const DEFAULTS = { seconds: 120, hubs: 3, devices: 9, operationsPerSecond: 25, secondsPerKill: 2 };

const USAGE = `Usage: npm run chaos -- [--seconds N] [--seed S] [--hubs N] [--devices N]

Devices note and send while hubs are killed, the disk is full, and connections are cut, doubled and late. Then everything
heals, and all is counted. Ends with 1 when anything is lost, doubled or unequal. The same seed makes the same plan.
`;

function readOptions(): ChaosOptions | null {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { seconds: text, seed: text, hubs: text, devices: text, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true) return null;
  const seconds = Number(values.seconds ?? DEFAULTS.seconds);
  return {
    seconds,
    seed: Number(values.seed ?? Date.now() % 1_000_000),
    hubs: Number(values.hubs ?? DEFAULTS.hubs),
    devices: Number(values.devices ?? DEFAULTS.devices),
    operations: Math.round(seconds * DEFAULTS.operationsPerSecond),
    kills: Math.max(1, Math.round(seconds / DEFAULTS.secondsPerKill)),
  };
}

const options = readOptions();
if (options === null || Object.values(options).some((value) => !Number.isFinite(value))) {
  process.stderr.write(USAGE);
  process.exitCode = options === null ? 0 : 1;
} else {
  process.stdout.write(`Seed ${String(options.seed)}, ${String(options.seconds)} s…\n`);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  try {
    const report = await runChaos(options, stop.signal);
    process.stdout.write(renderReport(report));
    process.exitCode = isClean(report) ? 0 : 1;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${stop.signal.aborted ? 'Ended before its time.' : why}\n`);
    // What still waits for its time has nothing to do any more.
    process.exit(1);
  }
}
