import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { Rep } from '../app/rep.ts';
import { seriousFaults } from '../browser/accessibility.ts';
import { launchBrowser, newLaptop } from '../browser/browser-session.ts';
import { takeScreenshot } from '../browser/screenshots.ts';
import { HubProcess } from '../hub/hub-process.ts';
import { FIRST_PASSWORD, loadedBase } from '../hub/loaded-base.ts';

/** Ctrl+K, by keyboard alone: each step stands on the one before. */
describe('the search window', () => {
  let dataFolder: string;
  let hub: HubProcess;
  let browser: Browser;
  let rep: Rep;

  const options = () => rep.page.getByRole('dialog').getByRole('option');
  const field = () => rep.page.getByRole('dialog').getByRole('combobox');

  beforeAll(async () => {
    [dataFolder, browser] = await Promise.all([loadedBase({ mustChangePassword: false }), launchBrowser()]);
    hub = await HubProcess.start(dataFolder);
    rep = new Rep(await (await newLaptop(browser)).newPage());
    await rep.signIn(hub.url, 'igarnier', FIRST_PASSWORD);
    await rep.seesClients();
  });

  afterAll(async () => {
    await browser.close();
    await hub.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('finds a client by a phone in any notation, and opens the card', async () => {
    await rep.rows.first().click();
    const link = rep.page.locator('app-contact-panel a[href^="tel:"]').first();
    const phone = (await link.innerText()).replaceAll(/\D/g, '');
    const code = new URL(rep.page.url()).pathname.split('/').pop() ?? '';
    await rep.page.goto(`${hub.url}/envois`);
    await rep.page.locator('app-envois-page').waitFor();
    await rep.page.keyboard.press('Control+k');
    await field().pressSequentially(`+33 ${phone.slice(1, 2)} ${phone.slice(2)}`);
    await options().filter({ hasText: code }).waitFor();
    await rep.page.keyboard.press('Enter');
    await rep.page.waitForURL(`**/clients/${code}`);
    await rep.page.locator('app-client-pane:focus').waitFor();
  });

  it('forgives a typing error, and shows how to reach who was found', async () => {
    await rep.page.keyboard.press('Control+k');
    await field().pressSequentially('garaje');
    await rep.page.getByText('Vouliez-vous dire').waitFor();
    await rep.page.locator('app-search-window aside dl').waitFor();
    await takeScreenshot(rep.page, 'recherche');
    expect(await seriousFaults(rep.page)).toEqual([]);
    await field().fill('zzzzzz');
    await rep.page.getByText('Rien ne correspond').waitFor();
    await rep.page.keyboard.press('Escape');
  });

  it('begins with the cards opened last and with actions', async () => {
    await rep.page.keyboard.press('Control+k');
    await rep.page.getByText('Récents').waitFor();
    await takeScreenshot(rep.page, 'recherche-vide');
    expect(await seriousFaults(rep.page)).toEqual([]);
    await options().filter({ hasText: 'Aller à Accueil' }).waitFor();
    await rep.page.keyboard.press('ArrowDown');
    await rep.page.keyboard.press('ArrowDown');
    await rep.page.keyboard.press('Enter');
    await rep.page.waitForURL('**/accueil');
  });

  it('begins a visit with Ctrl+Enter, from any page', async () => {
    await rep.page.keyboard.press('Control+k');
    await field().pressSequentially('garage');
    await options().first().waitFor();
    await rep.page.keyboard.press('Control+Enter');
    await rep.page.locator('#visit-comment:focus').waitFor();
  });
});
