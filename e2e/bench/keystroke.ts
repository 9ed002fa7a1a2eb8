import type { BrowserContext, Page } from 'playwright-core';
import { Rep } from '../app/rep.ts';
import type { BenchBase } from './bench-base.ts';
import { below, type BenchResult, quantile } from './result.ts';

const FRAME_MS = 16;
/** Typed one key at a time, then erased key by key. */
const QUERIES = [
  'earl du marais',
  'garage',
  '0012',
  'tran*fils',
  'c?uret',
  'moulin',
  'ste dupont',
  'bethune',
];

declare global {
  interface Window {
    keystrokes: number[];
  }
}

/** From the key to the new list in the page, laid out: p95 over all keys, at an admin's 10,000 clients. */
export async function benchKeystroke(laptop: BrowserContext, base: BenchBase): Promise<BenchResult> {
  const page = await laptop.newPage();
  const rep = new Rep(page);
  await rep.signIn(base.hub.url, base.userName, base.password);
  await rep.seesClients();
  await page
    .getByText(/clients$/)
    .first()
    .waitFor();
  await measureKeys(page);
  for (const query of QUERIES) {
    await rep.search.pressSequentially(query, { delay: 60 });
    for (const _ of query) await rep.search.press('Backspace', { delay: 30 });
  }
  const times = await page.evaluate(() => window.keystrokes);
  await page.close();
  const p95 = quantile(times, 0.95);
  const figures = `p50 ${quantile(times, 0.5).toFixed(1)} ms, longest ${Math.max(...times).toFixed(1)} ms, ${String(times.length)} keys that changed the list`;
  return below('keystroke to list, 10,000 clients, p95', p95, FRAME_MS, 'ms', figures);
}

/** Notes, for each key, how long it took until the list or its count had changed and was laid out. */
async function measureKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.keystrokes = [];
    const list = document.querySelector('app-client-list');
    if (!list) throw new Error('No list on the page.');
    let pressed: number | null = null;
    list.addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true });
    new MutationObserver(() => {
      if (pressed === null) return;
      list.getBoundingClientRect();
      window.keystrokes.push(performance.now() - pressed);
      pressed = null;
    }).observe(list, { childList: true, subtree: true, characterData: true });
  });
}
