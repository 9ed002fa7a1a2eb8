import { rm } from 'node:fs/promises';
import { parisDay } from '@tournee/graphql';
import type { Browser, BrowserContext } from 'playwright-core';
import { Rep } from '../app/rep.ts';
import { seriousFaults } from '../browser/accessibility.ts';
import { DESK, LAPTOP, launchBrowser, newLaptop } from '../browser/browser-session.ts';
import { waitForOfflineCopy } from '../browser/offline-copy.ts';
import { takeScreenshot } from '../browser/screenshots.ts';
import { HubProcess } from '../hub/hub-process.ts';
import { FIRST_PASSWORD, loadedBase } from '../hub/loaded-base.ts';
import { relationsSaying } from '../hub/winpneu.ts';

const NEXT_PASSWORD = 'pneus-agraires-650';
const COMMENT = 'Intéressé par 4 pneus 650/65R38, compare avec son fournisseur.';

/** The story of the product: each step stands on the one before. */
describe('a visit noted offline', () => {
  let dataFolder: string;
  let hub: HubProcess;
  let browser: Browser;
  let laptop: BrowserContext;
  let rep: Rep;
  let clientCode: string;

  beforeAll(async () => {
    [dataFolder, browser] = await Promise.all([loadedBase(), launchBrowser()]);
    hub = await HubProcess.start(dataFolder);
    laptop = await newLaptop(browser);
    rep = new Rep(await laptop.newPage());
  });

  afterAll(async () => {
    await browser.close();
    await hub.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('starts with a sign-in page that axe finds nothing serious on', async () => {
    await rep.page.goto(hub.url);
    await rep.page.getByLabel('Identifiant').waitFor();
    await takeScreenshot(rep.page, 'connexion');
    expect(await seriousFaults(rep.page)).toEqual([]);
  });

  it('says in French that a password is wrong', async () => {
    await rep.signIn(hub.url, 'igarnier', 'pas-le-bon-mot');
    await rep.page
      .getByRole('alert')
      .filter({ hasText: /incorrect/ })
      .waitFor();
  });

  it('makes a new user change the password he received', async () => {
    await rep.signIn(hub.url, 'igarnier', FIRST_PASSWORD);
    await rep.page.getByText('Choisissez votre mot de passe').waitFor();
    await takeScreenshot(rep.page, 'mot-de-passe');
    expect(await seriousFaults(rep.page)).toEqual([]);
    await rep.changePassword(FIRST_PASSWORD, NEXT_PASSWORD);
  });

  it('copies the base and shows the clients', async () => {
    await rep.seesClients();
    await rep.connection.filter({ hasText: 'Connecté' }).waitFor();
    expect(await rep.rows.count()).toBeGreaterThan(5);
    await takeScreenshot(rep.page, 'clients');
    expect(await seriousFaults(rep.page)).toEqual([]);
  });

  it('finds a client by a piece of his code and shows card and history', async () => {
    const row = rep.rows.nth(2);
    clientCode = (await row.locator('.code').innerText()).trim();
    await rep.openClient(clientCode);
    await rep.page.waitForURL(`**/clients/${clientCode}`);
    await rep.history.getByRole('listitem').first().waitFor();
    await takeScreenshot(rep.page, 'fiche');
    await rep.page.setViewportSize(DESK);
    await takeScreenshot(rep.page, 'fiche-1920');
    await rep.page.setViewportSize(LAPTOP);
    expect(await seriousFaults(rep.page)).toEqual([]);
  });

  it('says that it is offline when the hub is gone, and starts again without it', async () => {
    await waitForOfflineCopy(rep.page);
    await hub.kill();
    await rep.connection.filter({ hasText: 'Hors ligne' }).waitFor({ timeout: 30_000 });
    await rep.page.reload();
    await rep.openClient(clientCode);
    await rep.connection.filter({ hasText: 'Hors ligne' }).waitFor();
  });

  it('keeps a visit noted offline, over a reload', async () => {
    const dialog = await rep.openVisit();
    await takeScreenshot(rep.page, 'visite');
    expect(await seriousFaults(rep.page)).toEqual([]);
    await dialog.getByRole('button', { name: /Fermer/ }).click();
    await rep.noteVisit(COMMENT);
    await rep.history.getByText('en attente d’envoi').waitFor();
    await takeScreenshot(rep.page, 'en-attente');
    await rep.page.reload();
    await rep.history.getByText('en attente d’envoi').waitFor();
    expect(await rep.history.getByText(COMMENT).count()).toBe(1);
    expect(await relationsSaying(dataFolder, COMMENT)).toEqual([]);
  });

  it('sends it when the hub is back: the mark goes, and winpneu has the row once, field by field', async () => {
    await hub.restart();
    await rep.history.getByText('en attente d’envoi').waitFor({ state: 'detached', timeout: 30_000 });
    expect(await rep.history.getByText(COMMENT).count()).toBe(1);
    const today = parisDay(new Date());
    const [row, ...others] = await relationsSaying(dataFolder, COMMENT);
    expect(others).toEqual([]);
    expect(row).toEqual({
      numRelation: expect.any(Number),
      origineRelation: 'CRV',
      dateRelation: new Date(`${today}T00:00:00Z`),
      heureRelation: expect.stringMatching(/^\d\d:\d\d$/),
      typeEntite: 'C',
      cEntite: clientCode,
      cUser: 'GA00',
      typeRelation: 'S',
      objet: `Visite du ${today.split('-').reverse().join('/')}`,
      commentaire: `${COMMENT} saisie via le CRM`,
      numRelationSujet: 0,
      cArchive: 'N',
    });
  });

  it('does not send it twice when the hub restarts and the page reloads once more', async () => {
    await hub.kill();
    await hub.restart();
    await rep.page.reload();
    await rep.connection.filter({ hasText: 'Connecté' }).waitFor({ timeout: 30_000 });
    expect(await rep.history.getByText(COMMENT).count()).toBe(1);
    expect(await relationsSaying(dataFolder, COMMENT)).toHaveLength(1);
  });
});
