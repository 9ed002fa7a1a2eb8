/** `npm run fuzz -- --seed N [--cases N]`: 100,000 requests with an edge in them, none of which may end in a fault. */
import { parseArgs } from 'node:util';
import { BATCH_CASES, describeFinding, runFuzzBatch } from './run-fuzz.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, cases: { type: 'string', default: '100000' } },
});
const print = (text: string): boolean => process.stdout.write(`${text}\n`);
const total = Number(values.cases);
let found = 0;
for (let done = 0; done < total; done += BATCH_CASES) {
  // Each batch can be run again alone: `--seed <the seed it prints> --cases 2000`.
  const seed = Number(values.seed) + done / BATCH_CASES;
  const findings = await runFuzzBatch(seed, Math.min(BATCH_CASES, total - done));
  found += findings.length;
  for (const finding of findings) print(`\n${describeFinding(finding)}`);
  print(
    `seed ${String(seed)}: ${String(Math.min(done + BATCH_CASES, total))} of ${String(total)} cases, ${String(found)} findings`,
  );
}
process.exit(found === 0 ? 0 : 1);
