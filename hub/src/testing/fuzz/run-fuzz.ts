import fc from 'fast-check';
import { type FuzzCase, fuzzCases } from './fuzz-request.ts';
import { faultOf } from './fuzz-verdict.ts';
import { type FuzzAnswer, type FuzzWorld, startFuzzWorld } from './fuzz-world.ts';
import { findHalfWritten, findImpossibleDates } from './stored-faults.ts';

/** Cases that share a hub: what went before is part of what makes one fail, so a run is repeated from its seed. */
export const BATCH_CASES = 2000;
const FINDINGS_MAX = 20;
const PRINTED_MAX = 600;

export interface FuzzFinding {
  readonly seed: number;
  readonly fault: string;
  readonly fuzzCase: FuzzCase;
  /** The smallest request found that does it. */
  readonly request: string;
}

/** Sends `cases` requests of a seed to a hub of their own. Goes on after a finding: each kind of fault is told once. */
export async function runFuzzBatch(seed: number, cases: number): Promise<FuzzFinding[]> {
  const world = await startFuzzWorld();
  try {
    const findings: FuzzFinding[] = [];
    let done = 0;
    while (done < cases && findings.length < FINDINGS_MAX) {
      const { tried, finding } = await findNext(world, { seed: seed + done, cases: cases - done }, findings);
      done += tried;
      if (finding) findings.push({ ...finding, seed });
    }
    const { database } = world.test;
    const halves = (await findHalfWritten(database)).map((name) => `half-written: ${name}`);
    const dates = (await findImpossibleDates(database)).map((date) => `stored: ${date}`);
    return [...findings, ...[...halves, ...dates].map((fault) => storedFinding(seed, fault))];
  } finally {
    await world.test.remove();
  }
}

type Finding = Omit<FuzzFinding, 'seed'>;

async function findNext(
  world: FuzzWorld,
  { seed, cases }: { seed: number; cases: number },
  known: readonly Finding[],
): Promise<{ tried: number; finding: Finding | null }> {
  const kinds = new Set(known.map(kindOf));
  const last = new Map<string, FuzzAnswer>();
  const property = fc.asyncProperty(fuzzCases, async (fuzzCase) => {
    const answer = await world.send(fuzzCase);
    const fault = faultOf(answer);
    if (fault === null || kinds.has(kindOf({ fault, fuzzCase }))) return;
    last.set(JSON.stringify(fuzzCase), answer);
    throw new Error(fault);
  });
  const details = await fc.check(property, { seed, numRuns: cases, endOnFailure: false });
  if (!details.failed) return { tried: cases, finding: null };
  const [fuzzCase] = details.counterexample as [FuzzCase];
  const answer = last.get(JSON.stringify(fuzzCase));
  const fault = answer && faultOf(answer);
  const request = answer ? `${answer.request.query}\n${shorten(answer.request.variables)}` : '';
  return { tried: details.numRuns, finding: { fault: fault ?? 'unknown', fuzzCase, request } };
}

/** Faults that look alike in the same place are one finding. */
function kindOf({ fault, fuzzCase }: Pick<Finding, 'fault' | 'fuzzCase'>): string {
  return `${fuzzCase.target} ${fault.replaceAll(/\d+|'.*?'/g, '').slice(0, 80)}`;
}

function storedFinding(seed: number, fault: string): FuzzFinding {
  const fuzzCase: FuzzCase = { person: 'repA', target: 'push', wrongs: [] };
  return { seed, fault, fuzzCase, request: '' };
}

function shorten(text: string): string {
  return text.length > PRINTED_MAX
    ? `${text.slice(0, PRINTED_MAX)}… (${String(text.length)} characters)`
    : text;
}

export function describeFinding({ seed, fault, fuzzCase, request }: FuzzFinding): string {
  const { person, target, wrongs } = fuzzCase;
  return `seed ${String(seed)} · ${target} as ${person} · ${fault}\n${JSON.stringify(wrongs)}\n${request}`;
}
