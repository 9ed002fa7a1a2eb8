import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { Rep } from '../app/rep.ts';
import { launchBrowser, newLaptop } from '../browser/browser-session.ts';
import { takeScreenshot } from '../browser/screenshots.ts';
import { HubProcess } from '../hub/hub-process.ts';
import { FIRST_PASSWORD, loadedBase } from '../hub/loaded-base.ts';
import { relationsSaying } from '../hub/winpneu.ts';

const COMMENT = 'Noté avant de rendre le poste.';

describe('two people on one machine', () => {
  let dataFolder: string;
  let hub: HubProcess;
  let browser: Browser;
  let rep: Rep;
  let ownClients: string[];

  beforeAll(async () => {
    [dataFolder, browser] = await Promise.all([loadedBase({ mustChangePassword: false }), launchBrowser()]);
    hub = await HubProcess.start(dataFolder);
    rep = new Rep(await (await newLaptop(browser)).newPage());
  });

  afterAll(async () => {
    await browser.close();
    await hub.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('keeps what is unsent when the first one signs out, and says so', async () => {
    await rep.signIn(hub.url, 'igarnier', FIRST_PASSWORD);
    await rep.seesClients();
    ownClients = await rep.rows.locator('.code').allInnerTexts();
    await rep.openClient(ownClients[0] ?? '');
    await hub.kill();
    await rep.noteVisit(COMMENT);
    await rep.askToSignOut();
    const dialog = rep.page.getByRole('dialog');
    await dialog.getByText('Une saisie n’est pas encore envoyée').waitFor();
    await takeScreenshot(rep.page, 'deconnexion');
    await dialog.getByRole('button', { name: 'Se déconnecter' }).click();
    await rep.page.getByLabel('Identifiant').waitFor();
  });

  it('shows the second one nothing of the first', async () => {
    await hub.restart();
    await rep.signIn(hub.url, 'bmichel', FIRST_PASSWORD);
    await rep.seesClients();
    const codes = await rep.rows.locator('.code').allInnerTexts();
    expect(codes.filter((code) => ownClients.includes(code))).toEqual([]);
    await rep.page.goto(`${hub.url}/clients/${ownClients[0] ?? ''}`);
    await rep.page.getByText('n’est pas dans votre base').waitFor();
    expect(await rep.page.getByText(COMMENT).count()).toBe(0);
    expect(await relationsSaying(dataFolder, COMMENT)).toEqual([]);
  });

  it('sends what the first one had noted when he is back, once', async () => {
    await rep.askToSignOut();
    await rep.page.getByRole('dialog').getByRole('button', { name: 'Se déconnecter' }).click();
    await rep.page.getByLabel('Identifiant').waitFor();
    await rep.signIn(hub.url, 'igarnier', FIRST_PASSWORD);
    await rep.seesClients();
    await rep.page.getByText('envoi en attente').waitFor({ state: 'detached', timeout: 30_000 });
    expect(await relationsSaying(dataFolder, COMMENT)).toHaveLength(1);
  });
});
