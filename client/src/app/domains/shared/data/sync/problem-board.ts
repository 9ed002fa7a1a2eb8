/** What is wrong at the moment, by where it was met; the first one met is the one to tell. */
export class ProblemBoard {
  readonly #problems = new Map<string, string>();

  /** Notes a problem of a source, or (null) that there is none any more. */
  set(source: string, problem: string | null): void {
    if (problem === null) this.#problems.delete(source);
    else this.#problems.set(source, problem);
  }

  /** A problem is over wherever it was met. */
  drop(problem: string): void {
    for (const [source, met] of this.#problems) if (met === problem) this.#problems.delete(source);
  }

  get first(): string | null {
    return this.#problems.values().next().value ?? null;
  }
}
