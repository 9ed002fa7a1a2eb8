import { rm } from 'node:fs/promises';
import { elements, policies } from './layers.js';
import { TARGETS } from './testing/fence-targets.ts';
import { FENCES } from './testing/fences.ts';
import type { Fence } from './testing/fence.ts';
import { lintPlants, plantTree, projectRoot } from './testing/planted.ts';
import type { Finding, Mode, Plant } from './testing/planted.ts';

const RULE = 'boundaries/dependencies';
const plants: Plant[] = FENCES.flatMap(({ from, refused, passed }) =>
  [...refused, ...passed].map((code) => ({ file: from, code })),
);

type Verdicts = ReadonlyMap<string, readonly Finding[]>;
const keyOf = ({ file, code }: Plant): string => `${file}\n${code}`;

async function verdictsOf(...modes: Mode[]): Promise<Verdicts[]> {
  const tree = await plantTree(TARGETS);
  const findings = await lintPlants(modes.map((mode) => ({ root: tree, mode, plants })));
  await rm(tree, { recursive: true });
  return findings.map((lists) => new Map(plants.map((plant, index) => [keyOf(plant), lists[index]!])));
}

/** Lines of a fence that got the wrong answer. */
function wrongAnswers({ from, refused, passed }: Fence, verdicts: Verdicts): string[] {
  const isReported = (code: string): boolean =>
    verdicts
      .get(keyOf({ file: from, code }))!
      .some(({ ruleId, severity }) => ruleId === RULE && severity === 2);
  return [
    ...refused.filter((code) => !isReported(code)).map((code) => `let through: ${code}`),
    ...passed.filter(isReported).map((code) => `refused: ${code}`),
  ];
}

const NONE: Verdicts = new Map();
let verdicts = NONE;
let openVerdicts = NONE;
let closedVerdicts = NONE;
beforeAll(async () => {
  [verdicts = NONE, openVerdicts = NONE, closedVerdicts = NONE] = await verdictsOf(
    'fences',
    'open',
    'closed',
  );
}, 180_000);

describe('the fences', () => {
  it.each(FENCES.map((fence) => [fence.fact, fence] as const))('%s', (_fact, fence) => {
    expect(wrongAnswers(fence, verdicts)).toEqual([]);
  });

  it('are the only thing that speaks about a planted import', () => {
    const others = [...verdicts.values()].flat().filter(({ ruleId }) => ruleId !== RULE);
    expect(others).toEqual([]);
  });

  it('have a plant on each side of every folder they know', () => {
    const isIn = (file: string, pattern: string): boolean =>
      new RegExp(`^${pattern.replaceAll('*', '[^/]+')}/`).test(file);
    const missing = elements
      .filter(({ type }) => type !== 'fences' && type !== 'stray')
      .filter(
        ({ pattern }) => !FENCES.some(({ from, refused }) => refused.length > 0 && isIn(from, pattern)),
      );
    expect(missing.map(({ type }) => type)).toEqual([]);
  });

  it('have a plant for every sentence they can say', () => {
    const said = new Set([...verdicts.values()].flat().map(({ message }) => message));
    const sentences = policies.flatMap(({ message }) => message ?? []);
    expect(sentences.filter((sentence) => !said.has(sentence))).toEqual([]);
  });

  it('name the import in words a reader can act on', () => {
    const [finding] = verdicts.get("hub/src/sync/push.ts\nimport '../modules/visit/visit.service.ts';")!;
    expect(finding?.message).toBe(
      'hub-sync may not import "../modules/visit/visit.service.ts": see "who may import whom" in ARCHITECTURE.md.',
    );
  });
});

describe('the trial of the fences', () => {
  const faultsOf = (of: Verdicts): string[] => FENCES.flatMap((fence) => wrongAnswers(fence, of));

  it('fails when packages are not looked at', () => {
    const faults = faultsOf(openVerdicts);
    expect(faults).toContain("let through: import 'rxdb';");
    expect(faults.filter((fault) => fault.startsWith('refused:'))).toEqual([]);
  });

  it('fails when nothing is let through', () => {
    const faults = faultsOf(closedVerdicts);
    expect(faults).toContain("refused: import '@tournee/graphql';");
    expect(faults.filter((fault) => fault.startsWith('let through:'))).toEqual([]);
  });
});

describe('the project', () => {
  const inFolders = elements
    .filter(({ type }) => type !== 'fences')
    .map(({ pattern }) => pattern.replace('feature-*', 'feature-x').replaceAll('*', 'x'))
    .map((folder) => ({ file: `${folder}/planted.ts`, code: "import '@tournee/nowhere';" }));
  const outside = ['hub/lib/x.ts', 'client/lib/x.ts', 'tools/x.ts'].map((file) => ({
    file,
    code: 'export {};',
  }));

  it('stands behind the fences, with no folder outside of them', async () => {
    const plants = [...inFolders, ...outside];
    const [findings = []] = await lintPlants([{ root: projectRoot, mode: 'project', plants }]);
    const missed = plants.filter(({ file }, index) => {
      const rule = outside.some((plant) => plant.file === file) ? 'boundaries/no-unknown-files' : RULE;
      return !findings[index]!.some(({ ruleId, severity }) => ruleId === rule && severity === 2);
    });
    expect(missed).toEqual([]);
  }, 180_000);
});
