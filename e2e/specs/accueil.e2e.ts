import { rm } from 'node:fs/promises';
import { addDays, frenchDay, parisDay } from '@tournee/graphql';
import type { Browser, BrowserContext } from 'playwright-core';
import { Rep } from '../app/rep.ts';
import { seriousFaults } from '../browser/accessibility.ts';
import { DESK, LAPTOP, launchBrowser, newLaptop } from '../browser/browser-session.ts';
import { waitForOfflineCopy } from '../browser/offline-copy.ts';
import { takeScreenshot } from '../browser/screenshots.ts';
import { HubProcess } from '../hub/hub-process.ts';
import { FIRST_PASSWORD, loadedBase } from '../hub/loaded-base.ts';
import { relationsSaying } from '../hub/winpneu.ts';

const COMMENT = 'Vu depuis l’accueil.';
const PHONE = { width: 390, height: 844 };

/** A rep's morning: each step stands on the one before. */
describe('Accueil', () => {
  let dataFolder: string;
  let hub: HubProcess;
  let browser: Browser;
  let laptop: BrowserContext;
  let rep: Rep;

  const grid = () => rep.page.getByRole('grid');
  const shownCodes = () => rep.page.locator('[role=gridcell].code').allInnerTexts();
  const selected = () => rep.page.locator('[role=row][aria-selected=true]');

  beforeAll(async () => {
    [dataFolder, browser] = await Promise.all([loadedBase({ mustChangePassword: false }), launchBrowser()]);
    hub = await HubProcess.start(dataFolder);
    laptop = await newLaptop(browser);
    rep = new Rep(await laptop.newPage());
  });

  afterAll(async () => {
    await browser.close();
    await hub.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('is what a rep sees first, and helps to set the first dates', async () => {
    await rep.signIn(hub.url, 'igarnier', FIRST_PASSWORD);
    await rep.page.getByText('Aucune date de revoir pour l’instant').waitFor({ timeout: 60_000 });
    expect(new URL(rep.page.url()).pathname).toBe('/accueil');
    await rep.page.locator('app-client-preview').waitFor();
    await takeScreenshot(rep.page, 'accueil-vide');
    expect(await seriousFaults(rep.page)).toEqual([]);
    await rep.page.getByRole('button', { name: '1 mois' }).first().click();
    await rep.page.getByText(/à revoir le /).waitFor();
    await grid().waitFor();
    expect(await rep.page.getByRole('row').count()).toBe(1);
  });

  it('shows those unseen for long, by keyboard, with the client beside', async () => {
    await rep.page.getByRole('button', { name: /^Dernière visite/ }).click();
    await rep.page.waitForURL('**/accueil?vue=derniere-visite');
    // The table takes the focus by itself: one goes on by keyboard.
    await rep.page.locator('[role=grid][aria-label="Dernière visite"]:focus').waitFor();
    await rep.page.keyboard.press('ArrowDown');
    await rep.page.keyboard.press('ArrowDown');
    await rep.page.locator('[aria-rowindex="3"][aria-selected=true]').waitFor();
    const code = (await selected().getAttribute('id'))?.replace('accueil-', '') ?? '';
    await rep.page.locator('app-client-preview').getByText(code).waitFor();
    await takeScreenshot(rep.page, 'accueil');
    await rep.page.setViewportSize(DESK);
    await takeScreenshot(rep.page, 'accueil-1920');
    await rep.page.setViewportSize(PHONE);
    await takeScreenshot(rep.page, 'accueil-telephone');
    expect(await seriousFaults(rep.page)).toEqual([]);
    await rep.page.setViewportSize(LAPTOP);
  });

  it('sorts by a column and keeps it in the address', async () => {
    await rep.page.getByRole('button', { name: 'Code' }).click();
    await rep.page.getByRole('button', { name: 'Code' }).click();
    await rep.page.waitForURL('**/accueil?vue=derniere-visite&tri=-code');
    await grid().focus();
    await rep.page.keyboard.press('Home');
    await rep.page.locator('[aria-rowindex="1"][aria-selected=true]').waitFor();
    const codes = await shownCodes();
    expect(codes).toEqual(codes.toSorted().toReversed());
    await rep.page.reload();
    await rep.page.locator('[aria-rowindex="1"][aria-selected=true]').waitFor();
    expect((await shownCodes()).slice(0, 12)).toEqual(codes.slice(0, 12));
  });

  it('notes a visit with V, without network, and the client leaves the table at once', async () => {
    await waitForOfflineCopy(rep.page);
    await laptop.setOffline(true);
    await grid().focus();
    const id = (await selected().getAttribute('id')) ?? '';
    await rep.page.keyboard.press('v');
    await rep.page.locator('#visit-comment:focus').waitFor();
    await rep.page.keyboard.type(COMMENT);
    await rep.page.keyboard.press('Control+Enter');
    await rep.page.getByRole('dialog').waitFor({ state: 'detached' });
    await rep.page.locator(`#${id}`).waitFor({ state: 'detached' });
    await rep.page.locator('app-week-strip').getByText('1 visite').waitFor();
  });

  it('keeps a day to see a client again with R, and says which day it is', async () => {
    await grid().focus();
    const id = (await selected().getAttribute('id')) ?? '';
    await rep.page.keyboard.press('r');
    await rep.page.getByRole('menuitem', { name: /2 semaines/ }).click();
    const day = frenchDay(addDays(parisDay(new Date()), 14));
    await rep.page.locator('app-client-preview').getByText(day).waitFor();
    await rep.page.getByRole('button', { name: /^À revoir/ }).click();
    await rep.page.locator(`#${id}`).getByText('14 j').waitFor();
    await takeScreenshot(rep.page, 'accueil-a-revoir');
  });

  it('opens the card with Enter, and what was noted reaches winpneu', async () => {
    await laptop.setOffline(false);
    await grid().focus();
    await rep.page.keyboard.press('Enter');
    await rep.page.waitForURL('**/clients/*');
    await rep.page
      .locator('app-top-bar')
      .getByText('en attente', { exact: false })
      .waitFor({ state: 'detached', timeout: 30_000 });
    expect(await relationsSaying(dataFolder, COMMENT)).toHaveLength(1);
  });
});
