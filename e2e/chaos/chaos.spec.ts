import { planBlows, planIntents } from './plan.ts';
import { isClean } from './report.ts';
import { runChaos } from './run-chaos.ts';

const OPTIONS = { seed: 20_261_124, seconds: 36, hubs: 3, devices: 6, operations: 1020, kills: 22 };

describe('chaos', () => {
  it('has a plan that comes from the seed alone', () => {
    expect(planBlows(OPTIONS)).toEqual(planBlows(OPTIONS));
    expect(planIntents(OPTIONS, 1)).toEqual(planIntents(OPTIONS, 1));
    expect(planIntents({ ...OPTIONS, seed: 2 }, 1)).not.toEqual(planIntents(OPTIONS, 1));
  });

  it('loses and doubles nothing, and leaves all devices with the same base', async () => {
    const report = await runChaos(OPTIONS);
    const { unfinished, lost, doubled, refused, unequal } = report;
    const faults = { unfinished, lost, doubled, refused, unequal };
    expect(faults).toEqual({ unfinished: [], lost: [], doubled: [], refused: [], unequal: [] });
    expect(report.accepted).toBeGreaterThanOrEqual(1000);
    expect(report.kills).toBeGreaterThanOrEqual(20);
    expect(report.diskEpisodes).toBe(2);
    expect(isClean(report)).toBe(true);
  }, 400_000);
});
