import { rm } from 'node:fs/promises';
import { addDays, frenchDay, nextWorkingDay, parisDay } from '@tournee/graphql';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Rep } from '../app/rep.ts';
import { seriousFaults } from '../browser/accessibility.ts';
import { DESK, LAPTOP, launchBrowser, newLaptop } from '../browser/browser-session.ts';
import { waitForOfflineCopy } from '../browser/offline-copy.ts';
import { takeScreenshot } from '../browser/screenshots.ts';
import { HubProcess } from '../hub/hub-process.ts';
import { FIRST_PASSWORD, loadedBase } from '../hub/loaded-base.ts';
import { relationsSaying } from '../hub/winpneu.ts';

const PHONE = { width: 390, height: 844 };

/** By how much a page is wider than the window: nobody scrolls sideways. */
async function widthBeyond(page: Page): Promise<number> {
  return await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** What a rep says about a client besides visits, without network: each step stands on the one before. */
describe('the card of a client', () => {
  let dataFolder: string;
  let hub: HubProcess;
  let browser: Browser;
  let laptop: BrowserContext;
  let rep: Rep;

  const dialog = () => rep.page.getByRole('dialog');
  const facts = () => rep.page.locator('app-facts-panel');

  beforeAll(async () => {
    [dataFolder, browser] = await Promise.all([loadedBase({ mustChangePassword: false }), launchBrowser()]);
    hub = await HubProcess.start(dataFolder);
    laptop = await newLaptop(browser);
    rep = new Rep(await laptop.newPage());
    await rep.signIn(hub.url, 'igarnier', FIRST_PASSWORD);
    await rep.seesClients();
    // The windows of the card are kept by the service worker or in memory: what follows happens on the road.
    await waitForOfflineCopy(rep.page);
    await rep.openClient('garage');
  });

  afterAll(async () => {
    await browser.close();
    await hub.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('names a Sunday chosen to see a client again, and offers the next working day', async () => {
    const today = parisDay(new Date());
    const sunday = addDays(today, 7 - new Date(`${today}T00:00:00Z`).getUTCDay() || 7);
    await rep.page.getByRole('button', { name: 'Revoir' }).click();
    await rep.page.getByRole('menuitem', { name: 'Autre date' }).click();
    await dialog().getByLabel('Date').fill(frenchDay(sunday));
    await dialog().getByText('dimanche', { exact: false }).first().waitFor();
    await takeScreenshot(rep.page, 'revoir');
    expect(await seriousFaults(rep.page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Plutôt le' }).click();
    await dialog().getByRole('button', { name: 'Enregistrer' }).click();
    await facts()
      .getByText(frenchDay(nextWorkingDay(sunday)))
      .waitFor();
  });

  it('counts the fleet by type', async () => {
    await facts().getByRole('button', { name: 'modifier' }).click();
    await dialog().getByLabel('VUL').fill('douze');
    await dialog().getByRole('button', { name: 'Enregistrer' }).click();
    await dialog().getByText('va de 0 à 99').waitFor();
    await dialog().getByLabel('VUL').fill('12');
    await takeScreenshot(rep.page, 'parc');
    expect(await seriousFaults(rep.page)).toEqual([]);
    await rep.page.keyboard.press('Control+Enter');
    await facts().getByText('12 VUL').waitFor();
  });

  it('asks for changes, each checked by its rule, and keeps them on the card', async () => {
    await laptop.setOffline(true);
    await rep.page.getByRole('button', { name: 'Demande de modification' }).click();
    await dialog().getByLabel('Téléphone', { exact: true }).check();
    await dialog().locator('#change-tel1').fill('03 53 01 88 20');
    await dialog().getByLabel('SIRET', { exact: true }).check();
    await dialog().locator('#change-contactDivers2').fill('863 794 020 00044');
    await dialog().getByRole('button', { name: 'Envoyer la demande' }).click();
    await dialog().getByText('1 à corriger').waitFor();
    await takeScreenshot(rep.page, 'modification');
    expect(await seriousFaults(rep.page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Retirer SIRET' }).click();
    await rep.page.keyboard.press('Control+Enter');
    await dialog().waitFor({ state: 'detached' });
    await rep.page.getByText('en attente de la comptabilité').waitFor();
    await takeScreenshot(rep.page, 'fiche');
    await rep.page.setViewportSize(DESK);
    await takeScreenshot(rep.page, 'fiche-1920');
    await rep.page.setViewportSize(PHONE);
    // One pane at a time: the card, and the way back to the list.
    await rep.search.waitFor({ state: 'hidden' });
    expect(await widthBeyond(rep.page)).toBe(0);
    await takeScreenshot(rep.page, 'telephone-fiche');
    expect(await seriousFaults(rep.page)).toEqual([]);
    await rep.page.locator('app-clients-page .back').click();
    await rep.search.waitFor();
    await takeScreenshot(rep.page, 'telephone-clients');
    expect(await widthBeyond(rep.page)).toBe(0);
    await rep.page.setViewportSize(LAPTOP);
  });

  it('sends all of it when the network is back', async () => {
    await laptop.setOffline(false);
    await rep.page
      .locator('app-top-bar')
      .getByText('en attente', { exact: false })
      .waitFor({ state: 'detached', timeout: 30_000 });
    expect(await rep.page.locator('app-top-bar').getByText('à revoir').count()).toBe(0);
    expect(await relationsSaying(dataFolder, '03 53 01 88 20')).toHaveLength(1);
  });
});
