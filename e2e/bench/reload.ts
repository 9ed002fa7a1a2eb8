import type { BrowserContext, Page } from 'playwright-core';
import { Rep } from '../app/rep.ts';
import type { BenchBase } from './bench-base.ts';
import { atMost, type BenchResult, median, ms } from './result.ts';

const RUNS = 9;

declare global {
  interface Window {
    listShownAt: number;
  }
}

/** Reload with a full base until the list is shown, against the start of the same app with an empty base. */
export async function benchReload(
  full: BrowserContext,
  empty: BrowserContext,
  base: BenchBase,
): Promise<BenchResult> {
  const fullPage = await signedIn(full, base, base.userName);
  const emptyPage = await signedIn(empty, base, 'compta');
  const times = { full: [] as number[], empty: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    times.empty.push(await startOf(emptyPage));
    times.full.push(await startOf(fullPage));
  }
  await Promise.all([fullPage.close(), emptyPage.close()]);
  const [ours, baseline] = [median(times.full), median(times.empty)];
  return atMost('reload to list shown', ours, baseline, 1.3, `full ${ms(ours)}, empty ${ms(baseline)}`);
}

async function signedIn(laptop: BrowserContext, base: BenchBase, userName: string): Promise<Page> {
  const page = await laptop.newPage();
  await page.addInitScript(() => {
    const isShown = (): boolean =>
      document.querySelector('app-client-list [role=option], app-client-list .state .hint') !== null;
    new MutationObserver((_, observer) => {
      if (!isShown()) return;
      observer.disconnect();
      window.listShownAt = performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
  await new Rep(page).signIn(base.hub.url, userName, base.password);
  await page.waitForFunction(() => window.listShownAt > 0, null, { timeout: 60_000 });
  // The service worker takes over and the base settles before anything is measured.
  await page.waitForTimeout(2000);
  return page;
}

async function startOf(page: Page): Promise<number> {
  await page.reload();
  await page.waitForFunction(() => window.listShownAt > 0);
  const time = await page.evaluate(() => window.listShownAt);
  await page.waitForTimeout(500);
  return time;
}
