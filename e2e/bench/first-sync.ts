import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Rep } from '../app/rep.ts';
import { newLaptop } from '../browser/browser-session.ts';
import { waitForOfflineCopy } from '../browser/offline-copy.ts';
import type { BenchBase } from './bench-base.ts';
import { writeRowsOneByOne } from './page/plain-indexed-db.ts';
import { atMost, type BenchResult, median, ms } from './result.ts';
import type { RowServer } from './row-server.ts';

const RUNS = 4;

declare global {
  interface Window {
    /** Set by the script of the row server. */
    replicateStock: (origin: string) => Promise<number>;
  }
}

/**
 * First sync of a rep's base through hub and app, from the click on « Se connecter » to the whole base on the laptop,
 * against (a) the same rows written one by one into a plain IndexedDB store, and (b) stock RxDB replication row by row.
 */
export async function benchFirstSync(
  browser: Browser,
  base: BenchBase,
  rows: RowServer,
): Promise<BenchResult[]> {
  const times = { ours: [] as number[], plain: [] as number[], stock: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    times.ours.push(await onFreshLaptop(browser, async (laptop) => await ourFirstSync(laptop, base)));
    times.plain.push(await onFreshLaptop(browser, async (laptop) => await plainWrites(laptop, rows)));
    times.stock.push(await onFreshLaptop(browser, async (laptop) => await stockReplication(laptop, rows)));
  }
  const [ours, plain, stock] = [
    steadyMedian(times.ours),
    steadyMedian(times.plain),
    steadyMedian(times.stock),
  ];
  const size = `${String(rows.rows.length)} rows`;
  return [
    atMost(
      'first sync against (a) rows one by one',
      ours,
      plain,
      0.6,
      `ours ${ms(ours)}, (a) ${ms(plain)}, ${size}`,
    ),
    atMost(
      'first sync against (b) stock RxDB',
      ours,
      stock,
      0.3,
      `ours ${ms(ours)}, (b) ${ms(stock)}, ${size}`,
    ),
  ];
}

/** The median without the first run, in which browser and hub still compile what they run. */
const steadyMedian = (times: readonly number[]): number => median(times.slice(1));

async function onFreshLaptop(
  browser: Browser,
  measure: (laptop: BrowserContext) => Promise<number>,
): Promise<number> {
  const laptop = await newLaptop(browser);
  try {
    return await measure(laptop);
  } finally {
    await laptop.close();
  }
}

async function ourFirstSync(laptop: BrowserContext, base: BenchBase): Promise<number> {
  const page = await laptop.newPage();
  const rep = new Rep(page);
  await page.goto(base.hub.url);
  // As with a person, who needs longer to type than the browser to load ahead and to keep the app's own files.
  await waitForOfflineCopy(page);
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Identifiant').fill(base.userName);
  await page.getByLabel('Mot de passe').fill(base.password);
  const started = performance.now();
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await rep.seesClients();
  await rep.connection.filter({ hasText: 'Connecté' }).waitFor({ timeout: 60_000 });
  return performance.now() - started;
}

async function blankPage(laptop: BrowserContext, rows: RowServer): Promise<Page> {
  const page = await laptop.newPage();
  await page.goto(rows.url);
  return page;
}

async function plainWrites(laptop: BrowserContext, rows: RowServer): Promise<number> {
  return await (await blankPage(laptop, rows)).evaluate(writeRowsOneByOne, rows.rows);
}

async function stockReplication(laptop: BrowserContext, rows: RowServer): Promise<number> {
  const page = await blankPage(laptop, rows);
  await page.addScriptTag({ url: `${rows.url}/stock-replication.js` });
  return await page.evaluate(async () => await window.replicateStock(location.origin));
}
