/**
 * How the convergence test is run: CONVERGENCE_RUNS asks for more runs, CONVERGENCE_SEED for those of a failure, and
 * CONVERGENCE_SHRINK for a smaller example, which takes long.
 */
export function convergenceOptions(): { runs: number; seed: number; isShrinking: boolean } {
  const { CONVERGENCE_RUNS: runs, CONVERGENCE_SEED: seed, CONVERGENCE_SHRINK: shrink } = process.env;
  return {
    runs: Number(runs ?? 40),
    seed: seed === undefined ? Date.now() % 1_000_000 : Number(seed),
    isShrinking: shrink !== undefined,
  };
}
