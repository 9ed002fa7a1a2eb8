import type { Page } from 'playwright-core';

const PATIENCE = { timeout: 60_000, polling: 100 };

/** Waits until the service worker has kept every file that the app needs to start without network. */
export async function waitForOfflineCopy(page: Page): Promise<void> {
  await page.waitForFunction(
    async () => {
      const manifest = (await (await fetch('/ngsw.json')).json()) as { assetGroups: { urls: string[] }[] };
      const wanted = manifest.assetGroups.flatMap(({ urls }) => urls);
      const kept = await Promise.all(wanted.map((url) => caches.match(url)));
      return kept.every((file) => file !== undefined);
    },
    undefined,
    PATIENCE,
  );
}
