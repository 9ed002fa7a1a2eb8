import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { readTestEnvironment } from '../environment.ts';
import { findBrowser } from './find-browser.ts';

/** A rep's laptop. */
export const LAPTOP = { width: 1366, height: 768 };
/** A screen on a desk. */
export const DESK = { width: 1920, height: 1080 };

/** Chromium without its sandbox (containers run as root) and without calls to its maker's servers. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--force-color-profile=srgb',
];

/** Starts the browser of this machine. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { path, env } = await findBrowser();
  const all = { ...readTestEnvironment().all, ...env } as Record<string, string>;
  return await chromium.launch({ executablePath: path, args: FLAGS, env: all });
}

/** A fresh profile at a screen size, as one person on one machine. */
export async function newLaptop(browser: Browser, viewport = LAPTOP): Promise<BrowserContext> {
  return await browser.newContext({ viewport, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
}
