import { rm } from 'node:fs/promises';
import { addDays, frenchDay, type Operation, parisDay, type Session } from '@tournee/graphql';
import type { Browser, Page } from 'playwright-core';
import { Rep } from '../app/rep.ts';
import { seriousFaults } from '../browser/accessibility.ts';
import { DESK, LAPTOP, launchBrowser, newLaptop } from '../browser/browser-session.ts';
import { takeScreenshot } from '../browser/screenshots.ts';
import { HubClient } from '../hub/hub-client.ts';
import { HubProcess } from '../hub/hub-process.ts';
import { FIRST_PASSWORD, loadedBase } from '../hub/loaded-base.ts';
import { newVisit } from '../hub/new-visit.ts';
import { relationsSaying } from '../hub/winpneu.ts';

const COMMENT = 'Noté avec une horloge en avance.';
const UNSENT = 'Noté sur un appareil perdu.';
const QUARANTINE = `mutation Quarantine($refreshToken: String!, $rows: [OperationInput!]!) {
  quarantineOperations(refreshToken: $refreshToken, rows: $rows) { kept }
}`;

/** What an administrator does besides settings and jobs; each step stands on the one before. */
describe('the admin area', () => {
  let dataFolder: string;
  let hub: HubProcess;
  let browser: Browser;
  let page: Page;
  let device: HubClient;
  let session: Session;
  let refused: Operation;
  let unsent: Operation;

  beforeAll(async () => {
    [dataFolder, browser] = await Promise.all([loadedBase({ mustChangePassword: false }), launchBrowser()]);
    hub = await HubProcess.start(dataFolder);
    page = await (await newLaptop(browser)).newPage();
    device = new HubClient(hub.url);
    session = await device.signIn('igarnier', FIRST_PASSWORD);
    const { documents } = await device.pull('client', null, 1);
    const { cUser } = session.user;
    const client = documents[0]?.id ?? '';
    const visit = newVisit(cUser, client, COMMENT);
    const tomorrow = addDays(parisDay(new Date()), 1);
    refused = { ...visit, payload: { ...(visit.payload as object), date: tomorrow } };
    unsent = newVisit(cUser, client, UNSENT);
    await device.push([refused]);
  });

  afterAll(async () => {
    await browser.close();
    await hub.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });

  /** A page as it is judged: by axe in both themes, and by a person at two sizes. */
  async function look(name: string): Promise<void> {
    // Half faded, a message has no contrast that anybody would have to read by.
    await page.waitForFunction(() => document.querySelector('mat-snack-bar-container') === null);
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await takeScreenshot(page, theme === 'light' ? name : `${name}-sombre`);
      expect(await seriousFaults(page)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(DESK);
    await takeScreenshot(page, `${name}-1920`);
    await page.setViewportSize(LAPTOP);
  }

  const row = (text: string) => page.getByRole('row').filter({ hasText: text });
  const tab = (name: string) =>
    page.getByRole('navigation', { name: 'Rubriques' }).getByRole('link', { name: new RegExp(`^${name}`) });

  it('is not shown to a rep, and refused to him: by the app, and by the hub', async () => {
    const rep = new Rep(await (await newLaptop(browser)).newPage());
    await rep.signIn(hub.url, 'bmichel', FIRST_PASSWORD);
    await rep.seesClients();
    expect(await rep.page.getByRole('link', { name: 'Administration' }).count()).toBe(0);
    await rep.page.goto(`${hub.url}/administration/utilisateurs`);
    await rep.page.getByText('Page réservée aux administrateurs').waitFor();
    await takeScreenshot(rep.page, 'administration-refusee');
    expect(await seriousFaults(rep.page)).toEqual([]);
    await expect(device.send('{ adminUsers { total } }')).rejects.toThrow('Vous n’avez pas accès');
    await rep.page.context().close();
  });

  it('opens at once, before the first copy of the base is there', async () => {
    const laptop = await newLaptop(browser);
    // The base never comes: its first page is asked for, and not answered.
    await laptop.route('**/graphql', async (route) => {
      if (!/\bpull[A-Z]/.test(route.request().postData() ?? '')) await route.continue();
    });
    const itself = new Rep(await laptop.newPage());
    await itself.signIn(hub.url, 'direction', FIRST_PASSWORD);
    await itself.page.getByRole('heading', { name: 'Première synchronisation' }).first().waitFor();
    await itself.page.getByRole('link', { name: 'Administration' }).click();
    await itself.page.getByRole('link', { name: 'Utilisateurs' }).click();
    await itself.page.getByRole('row').filter({ hasText: 'Isabelle Garnier' }).waitFor();
    await laptop.close();
  });

  it('opens to an administrator from the rail', async () => {
    const itself = new Rep(page);
    await itself.signIn(hub.url, 'direction', FIRST_PASSWORD);
    await itself.seesClients();
    await page.getByRole('link', { name: 'Administration' }).click();
    await tab('Utilisateurs').click();
    await row('Isabelle Garnier').waitFor();
    await look('utilisateurs');
  });

  it('adds a user: a fault stands at its field, and nothing typed is lost by closing', async () => {
    await page.getByRole('button', { name: 'Nouvel utilisateur' }).click();
    const dialog = page.getByRole('dialog').first();
    await dialog.getByLabel('Nom affiché').fill('Zoé Nouvelle');
    await dialog.getByLabel('Identifiant Windows').fill('znouvelle');
    await dialog.getByLabel('Adresse mail').fill('zoe(at)pneus.example');
    await dialog.getByLabel('Code winpneu').fill('zn00');
    await dialog.getByLabel('Codes commerciaux').fill('zn00');
    await page.keyboard.press('Control+Enter');
    await dialog.getByText('Ce n’est pas une adresse mail.').waitFor();
    await dialog.getByLabel('Adresse mail').and(page.locator(':focus')).waitFor();
    await look('utilisateur');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Continuer la saisie' }).click();
    await dialog.getByLabel('Adresse mail').fill('zoe@pneus.example');
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('est en file d’attente pour zoe@pneus.example').waitFor();
    await row('Zoé Nouvelle').waitFor();
  });

  it('refuses to lock the last administrator out', async () => {
    await row('Direction commerciale').getByRole('button').click();
    const dialog = page.getByRole('dialog').first();
    await dialog.getByLabel('Rôle').selectOption('comptable');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.getByText('C’est le dernier administrateur qui peut se connecter').waitFor();
    expect(await dialog.getByLabel('Rôle').getAttribute('aria-invalid')).toBe('true');
    await dialog.getByRole('button', { name: 'Fermer' }).click();
    await page.getByRole('button', { name: 'Fermer sans enregistrer' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('searches and sorts at the hub, and keeps it in the address over a reload and by Back', async () => {
    await page.getByRole('button', { name: /^Identifiant/ }).click();
    await page.getByRole('searchbox', { name: 'Rechercher' }).fill('znou');
    await page.getByText('1 utilisateur', { exact: true }).waitFor();
    await page.waitForURL(/recherche=znou/);
    await page.reload();
    await page.getByText('1 utilisateur', { exact: true }).waitFor();
    expect(await page.getByRole('searchbox', { name: 'Rechercher' }).inputValue()).toBe('znou');
    const head = page.getByRole('columnheader', { name: 'Identifiant' });
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await page.goBack();
    await row('Isabelle Garnier').waitFor();
    expect(await page.getByRole('searchbox', { name: 'Rechercher' }).inputValue()).toBe('');
  });

  it('imports a table: it says first what it would do, and which lines it does not take', async () => {
    await page.getByRole('button', { name: 'Importer…' }).click();
    const dialog = page.getByRole('dialog');
    const lines = [
      'user_windows;c_user;mail;nom_affiche;role;c_rep',
      'hleroy;HL00;h.leroy@pneus.example;Hélène Leroy;commercial;HL00',
      'mauvais;TROPLONG;m@pneus.example;Mauvais Code;commercial;MC00',
    ];
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
    await dialog.getByText('À l’import : 1 à ajouter, 0 à modifier').waitFor();
    await dialog.getByRole('row').filter({ hasText: 'c_user' }).filter({ hasText: '3' }).waitFor();
    await look('utilisateurs-import');
    await dialog.getByRole('button', { name: 'Importer', exact: true }).click();
    await dialog.getByText('Import terminé : 1 ajouté').waitFor();
    await dialog.getByRole('button', { name: 'Fermer' }).click();
    await row('Hélène Leroy').waitFor();
  });

  it('revokes a device with one click and a yes: it is out at once', async () => {
    await tab('Appareils').click();
    const line = row('Isabelle Garnier');
    await line.getByRole('button', { name: /^Révoquer/ }).waitFor();
    await look('appareils');
    await line.getByRole('button', { name: /^Révoquer/ }).click();
    const question = page.getByRole('dialog');
    await question.getByText('en quarantaine sur le serveur').waitFor();
    await look('appareil-revoquer');
    await question.getByRole('button', { name: 'Révoquer' }).click();
    await line.getByText('Révoqué', { exact: true }).waitFor();
    await expect(device.pull('client', null, 1)).rejects.toThrow('session de cet appareil');
  });

  it('shows what the device hands over on its way out', async () => {
    const handedOver = { refreshToken: session.refreshToken, rows: [unsent] };
    await new HubClient(hub.url).send(QUARANTINE, handedOver);
    await page.getByRole('link', { name: 'Quarantaine' }).click();
    await row('Isabelle Garnier').getByRole('button', { name: 'Visite à un client' }).click();
    await page.keyboard.press('Escape');
    await look('quarantaine');
    await row('Isabelle Garnier').getByRole('button').click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('Compte rendu').inputValue()).toBe(UNSENT);
    await look('quarantaine-saisie');
    await dialog.getByRole('button', { name: 'Fermer' }).click();
  });

  it('corrects a refused operation and replays it to integrated, once', async () => {
    await tab('Erreurs d’intégration').filter({ hasText: '1 erreur à traiter' }).click();
    await row('Une visite ne peut pas être notée').waitFor();
    await look('erreurs');
    await page.getByRole('link', { name: 'Visite à un client' }).click();
    const date = page.getByLabel('Date', { exact: true });
    await page.getByText('à une date future').first().waitFor();
    expect(await date.getAttribute('aria-invalid')).toBe('true');
    await look('erreur');
    await page.getByRole('button', { name: 'Rejouer' }).click();
    await page.getByText('Rejouée sans succès').waitFor();
    expect(await relationsSaying(dataFolder, COMMENT)).toEqual([]);
    await date.fill(frenchDay(parisDay(new Date())));
    await page.getByRole('button', { name: 'Rejouer avec les corrections' }).click();
    await page.locator('header').getByText('Intégrée', { exact: true }).waitFor();
    await tab('Erreurs d’intégration').filter({ hasNotText: 'à traiter' }).waitFor();
    await look('erreur-integree');
    expect(await relationsSaying(dataFolder, COMMENT)).toHaveLength(1);
  });

  it('shows a mail as it looks, without the link that opens an account', async () => {
    await tab('Mails').click();
    await row('zoe@pneus.example').waitFor();
    await look('mails');
    await row('zoe@pneus.example').getByRole('link').click();
    await page.frameLocator('iframe').getByText('Bonjour Zoé Nouvelle').waitFor();
    await page.frameLocator('iframe').getByText('jeton=•••').first().waitFor();
    await look('mail');
    await page.getByRole('button', { name: 'Texte seul' }).click();
    await page.locator('pre').getByText('Bonjour Zoé Nouvelle').waitFor();
  });

  it('says that it needs the network, and reads on when it is back', async () => {
    await hub.kill();
    await tab('Mails').click();
    await page.getByText('L’administration a besoin du réseau').waitFor();
    await look('administration-hors-ligne');
    await hub.restart();
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await row('zoe@pneus.example').waitFor();
  });

  it('shows everybody his own devices', async () => {
    await page.getByRole('button', { name: /Compte de/ }).click();
    await page.getByRole('menuitem', { name: 'Mes appareils' }).click();
    await row('cet appareil').waitFor();
    await look('mes-appareils');
  });
});
