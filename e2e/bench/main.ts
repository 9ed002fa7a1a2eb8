/** `npm run bench`: ratios against the plainest way, all in one run, in one Chromium. */
import { readFile } from 'node:fs/promises';
import { launchBrowser, newLaptop } from '../browser/browser-session.ts';
import { ADMIN_SIZE, type BenchBase, benchBase, REP_SIZE } from './bench-base.ts';
import { benchFirstSync } from './first-sync.ts';
import { benchHubPull } from './hub-pull.ts';
import { benchHubPush } from './hub-push.ts';
import { benchKeystroke } from './keystroke.ts';
import { benchLongHistory } from './long-history.ts';
import { benchReconnect } from './reconnect.ts';
import { benchReload } from './reload.ts';
import { below, type BenchResult, renderTable } from './result.ts';
import { plainRows, serveRows } from './row-server.ts';

const HUB_MEMORY_MB = 300;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function hubMemory(base: BenchBase): Promise<BenchResult[]> {
  const status = await readFile(`/proc/${String(base.hub.pid)}/status`, 'utf8').catch(() => null);
  const resident = Number(/VmRSS:\s+(\d+)/.exec(status ?? '')?.[1]);
  // Only Linux tells another process's memory without a tool.
  return Number.isNaN(resident) ? [] : [below('hub memory after it', resident / 1024, HUB_MEMORY_MB, 'MB')];
}

async function benchRep(): Promise<BenchResult[]> {
  say('Loading a rep’s base: 2,000 clients, 20,000 relations…');
  const base = await benchBase(REP_SIZE, { name: 'igarnier', scope: 'rep:GA00' });
  const browser = await launchBrowser();
  const rows = await serveRows(await plainRows(base.dataFolder));
  try {
    say('First sync…');
    const firstSync = await benchFirstSync(browser, base, rows);
    say('Reload…');
    const reload = await benchReload(await newLaptop(browser), await newLaptop(browser), base);
    say('Pull and push…');
    const hub = [await benchHubPull(base), await benchHubPush(base)];
    return [...firstSync, reload, ...hub, ...(await hubMemory(base))];
  } finally {
    await rows.close();
    await browser.close();
    await base.close();
  }
}

async function benchAdmin(): Promise<BenchResult[]> {
  say('Loading an admin’s base: 10,000 clients…');
  const base = await benchBase(ADMIN_SIZE, { name: 'direction', scope: 'admin' });
  const browser = await launchBrowser();
  try {
    say('Keystrokes…');
    return [await benchKeystroke(await newLaptop(browser), base)];
  } finally {
    await browser.close();
    await base.close();
  }
}

const rep = await benchRep();
say(`\n${renderTable(rep)}\n`);
say('Clients with a long history…');
const histories = await benchLongHistory();
say('500 devices that reconnect at once…');
const results = [...rep, ...histories, ...(await benchAdmin()), ...(await benchReconnect())];
say(`\n${renderTable(results)}`);
process.exitCode = results.every((result) => result.isMet) ? 0 : 1;
