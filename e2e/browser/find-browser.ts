import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readTestEnvironment, type TestEnvironment } from '../environment.ts';
import { unpackedChromium } from './packaged-chromium.ts';

export interface FoundBrowser {
  path: string;
  /** Environment the browser needs, e.g. where its libraries are. */
  env: Readonly<Record<string, string>>;
}

const PROGRAMS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const WELL_KNOWN = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Said when there is no browser at all. */
export const NO_BROWSER =
  'No Chrome, Chromium or Edge was found for the browser tests. Install one (Debian: `apt-get install chromium`), ' +
  'or set BROWSER_PATH to its program, then run the tests again.';

/**
 * Finds a browser for the tests: the one named by BROWSER_PATH, else one installed on the machine, else the Chromium
 * that a package ships (Linux on x64).
 * @throws Error with {@link NO_BROWSER} when there is none
 */
export async function findBrowser(
  environment: TestEnvironment = readTestEnvironment(),
): Promise<FoundBrowser> {
  const installed = findInstalled(environment);
  if (installed !== null) return { path: installed, env: {} };
  const packaged = await unpackedChromium();
  if (packaged !== null) return packaged;
  throw new Error(NO_BROWSER);
}

function findInstalled({ browserPath, path }: TestEnvironment): string | null {
  if (browserPath !== null) {
    if (existsSync(browserPath)) return browserPath;
    throw new Error(`BROWSER_PATH names no file: ${browserPath}`);
  }
  const candidates = [...path.flatMap((folder) => PROGRAMS.map((name) => join(folder, name))), ...WELL_KNOWN];
  return candidates.find((candidate) => existsSync(candidate)) ?? null;
}
