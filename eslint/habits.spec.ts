import { HABITS } from './testing/habits.ts';
import type { Habit } from './testing/habits.ts';
import { lintPlants, projectRoot } from './testing/planted.ts';
import type { Finding, Plant } from './testing/planted.ts';

const plantsOf = ({ reported, left }: Habit): Plant[] =>
  [...reported, ...left].map(([file, code]) => ({ file, code }));

const PHONE = 'graphql/src/rules/phone.ts';
const typed: Plant[] = [
  { file: PHONE, code: 'export function f(): void {\n  Promise.resolve(1);\n}\n' },
  { file: PHONE, code: 'export async function f(): Promise<void> {\n  await Promise.resolve(1);\n}\n' },
];

describe('the rules of the project', () => {
  let findings: Finding[][];
  let typedFindings: Finding[][];
  beforeAll(async () => {
    [findings = [], typedFindings = []] = await lintPlants([
      { root: projectRoot, mode: 'project', plants: HABITS.flatMap(plantsOf) },
      { root: projectRoot, mode: 'typed', plants: typed },
    ]);
  }, 180_000);

  it.each(HABITS.map((habit, index) => [habit.rule, habit, index] as const))('%s', (rule, habit, index) => {
    const before = HABITS.slice(0, index).flatMap(plantsOf).length;
    const isReported = plantsOf(habit).map((_, at) =>
      findings[before + at]!.some((finding) => finding.ruleId === rule && finding.severity === 2),
    );
    expect(isReported).toEqual([...habit.reported.map(() => true), ...habit.left.map(() => false)]);
  });

  it('see a promise that nobody waits for', () => {
    expect(typedFindings.map((list) => list.map(({ ruleId }) => ruleId))).toEqual([
      ['@typescript-eslint/no-floating-promises'],
      [],
    ]);
  });

  it('are errors: a warning is a rule that nobody keeps', () => {
    // ESLint itself warns, without a rule, of a comment that wants to switch a rule off.
    expect(findings.flat().filter(({ ruleId, severity }) => severity !== 2 && ruleId !== null)).toEqual([]);
  });
});
