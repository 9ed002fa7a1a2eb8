/** What the browser tests read from the environment; nothing else of e2e looks there. */
export interface TestEnvironment {
  /** Browser to use instead of the one that would be found. */
  browserPath: string | null;
  /** Folders to look for programs in. */
  path: readonly string[];
  /** The whole environment, to hand on to a child process. */
  all: NodeJS.ProcessEnv;
}

export function readTestEnvironment(env: NodeJS.ProcessEnv = process.env): TestEnvironment {
  const separator = process.platform === 'win32' ? ';' : ':';
  return { browserPath: env['BROWSER_PATH'] ?? null, path: (env['PATH'] ?? '').split(separator), all: env };
}

/** Hands a browser that was found, and what it needs, on to jest's workers. */
export function rememberBrowser(browser: { path: string; env: Readonly<Record<string, string>> }): void {
  Object.assign(process.env, browser.env, { BROWSER_PATH: browser.path });
}
