import { findBrowser } from './browser/find-browser.ts';
import { rememberBrowser } from './environment.ts';

/** Finds the browser once for all workers: the packaged one must not be unpacked twice at the same time. */
export default async function globalSetup(): Promise<void> {
  rememberBrowser(await findBrowser());
}
