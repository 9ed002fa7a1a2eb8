/**
 * Something that keeps the hub, or a command, from starting and that its operator can put right. `message` is one sentence that says
 * what is wrong and what to do; it goes to stderr without a stack, and the exit code is 1.
 */
export class StartupProblem extends Error {
  override readonly name = 'StartupProblem';
}
