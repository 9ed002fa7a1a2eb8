import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { Administrator } from '../app/administrator.ts';
import { Rep } from '../app/rep.ts';
import { seriousFaults } from '../browser/accessibility.ts';
import { DESK, LAPTOP, launchBrowser, newLaptop } from '../browser/browser-session.ts';
import { takeScreenshot } from '../browser/screenshots.ts';
import { HubClient } from '../hub/hub-client.ts';
import { HubProcess } from '../hub/hub-process.ts';
import { FIRST_PASSWORD, loadedBase } from '../hub/loaded-base.ts';
import { mailSaying } from '../hub/mailbox.ts';

const DAYS = 'Borne de jour pour la saisie d’une visite';
const FORM = 'Contenu du bouton « Visite ce jour »';
const SCHEDULE = 'Planification de la génération des bases';
/** Without a sender no mail leaves, not even into a file. */
const SENDER = 'Expéditeur des mails automatiques';
const NEXT_PASSWORD = 'jantes et pneus 38';

/** What an administrator sets, and what comes of it; each step stands on the one before. */
describe('settings, jobs and a mailed link', () => {
  let dataFolder: string;
  let hub: HubProcess;
  let browser: Browser;
  let admin: Administrator;
  let rep: Rep;

  beforeAll(async () => {
    [dataFolder, browser] = await Promise.all([loadedBase({ mustChangePassword: false }), launchBrowser()]);
    hub = await HubProcess.start(dataFolder);
    admin = new Administrator(await (await newLaptop(browser)).newPage());
    rep = new Rep(await (await newLaptop(browser)).newPage());
  });

  afterAll(async () => {
    await browser.close();
    await hub.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('shows an administrator the settings, as the hub defines them', async () => {
    const itself = new Rep(admin.page);
    await itself.signIn(hub.url, 'direction', FIRST_PASSWORD);
    await itself.seesClients();
    await admin.opensSettings(hub.url);
    await takeScreenshot(admin.page, 'reglages');
    expect(await seriousFaults(admin.page)).toEqual([]);
  });

  it('refuses a number out of bounds at its field, with the reason, and keeps what was typed', async () => {
    await admin.setting(DAYS).fill('400');
    await admin.card(DAYS).getByText('Un nombre entier de 0 à 366').waitFor();
    await admin.page.keyboard.press('Control+Enter');
    await admin.page.getByText('Rien n’est enregistré').waitFor();
    expect(await admin.setting(DAYS).inputValue()).toBe('400');
    expect(await admin.setting(DAYS).getAttribute('aria-invalid')).toBe('true');
    await takeScreenshot(admin.page, 'reglages-refus');
    expect(await seriousFaults(admin.page)).toEqual([]);
  });

  it('keeps a good one over a reload, and remembers who changed it', async () => {
    await admin.setting(DAYS).fill('21');
    await admin.card(DAYS).getByText('Un nombre entier').waitFor({ state: 'detached' });
    await admin.savesSettings();
    await admin.opensSettings(hub.url);
    expect(await admin.setting(DAYS).inputValue()).toBe('21');
    await admin.card(DAYS).getByRole('button', { name: 'Historique' }).click();
    const change = admin.page.getByRole('dialog').getByRole('row').filter({ hasText: '21' });
    await change.filter({ hasText: 'direction' }).filter({ hasText: 'valeur par défaut (14' }).waitFor();
    await takeScreenshot(admin.page, 'reglages-historique');
    expect(await seriousFaults(admin.page)).toEqual([]);
    await admin.page.keyboard.press('Escape');
  });

  it('says in words when a schedule would run, before it is saved', async () => {
    await admin.setting(SCHEDULE).fill('*/20 8-18 * * 1-5');
    await admin.card(SCHEDULE).getByText('Toutes les 20 minutes').waitFor();
    await admin
      .card(SCHEDULE)
      .getByText(/Prochaines exécutions : .+, .+, .+/)
      .waitFor();
    await takeScreenshot(admin.page, 'reglages-planification');
    await admin.setting(SCHEDULE).fill('0 3 31 2 *');
    await admin.card(SCHEDULE).getByText('aucune date à venir').waitFor();
  });

  it('asks before what is not saved is lost', async () => {
    await admin.page.getByRole('link', { name: 'Clients' }).click();
    const question = admin.page.getByRole('dialog');
    await question.getByText('Modifications non enregistrées').waitFor();
    await question.getByRole('button', { name: 'Rester' }).click();
    expect(await admin.setting(SCHEDULE).inputValue()).toBe('0 3 31 2 *');
    await admin.page.getByRole('button', { name: 'Tout annuler' }).click();
  });

  it('gives the visit form a new answer, by keyboard, that a rep sees in his dialog', async () => {
    await rep.signIn(hub.url, 'igarnier', FIRST_PASSWORD);
    await rep.seesClients();
    await rep.rows.nth(0).click();
    await admin.page.getByRole('button', { name: `Modifier, ${FORM}` }).press('Enter');
    await admin.page
      .getByRole('button', { name: /^Ajouter une réponse à « Type de contact »/ })
      .press('Enter');
    await admin.page.getByLabel('Libellé de la réponse').and(admin.page.locator(':focus')).waitFor();
    await admin.page.keyboard.type('Salon agricole');
    await admin.page.locator('app-visit-form-preview').getByText('Salon agricole').waitFor();
    await takeScreenshot(admin.page, 'reglages-formulaire');
    await admin.page.setViewportSize(DESK);
    await takeScreenshot(admin.page, 'reglages-formulaire-1920');
    await admin.page.setViewportSize(LAPTOP);
    expect(await seriousFaults(admin.page)).toEqual([]);
    await admin.savesSettings();
    const dialog = await rep.openVisit();
    await dialog.getByText('Salon agricole').waitFor({ timeout: 30_000 });
  });

  it('finds a setting by its words', async () => {
    await admin.page.getByLabel('Rechercher un réglage').fill('expediteur automatiques');
    await admin.page.getByText('1 réglage trouvé').waitFor();
    await admin.setting(SENDER).fill('pas une adresse');
    await admin.card(SENDER).getByText('Ce n’est pas une adresse mail.').waitFor();
    await admin.setting(SENDER).fill('tournee@pneus.example');
    await admin.savesSettings();
  });

  it('runs a job when asked to, and tells what it did', async () => {
    await admin.opensJobs(hub.url);
    await admin.job('retention').getByText('jamais lancée').waitFor();
    await admin
      .job('retention')
      .getByRole('button', { name: /^Lancer maintenant/ })
      .click();
    // What deletes waits until the hub's clock was steady for a minute.
    await admin.job('retention').getByText('réussie').waitFor({ timeout: 90_000 });
    await admin.job('retention').getByText('Rien à faire.').waitFor();
    await admin.page.getByRole('combobox', { name: 'Tâche' }).selectOption('Nettoyage des données anciennes');
    await admin.page.waitForURL('**/taches?tache=retention');
    const run = admin.page.locator('app-admin-table tbody tr').filter({ hasText: 'Rien à faire.' });
    await run.filter({ hasText: 'direction' }).waitFor();
    await takeScreenshot(admin.page, 'taches');
    await admin.page.setViewportSize(DESK);
    await takeScreenshot(admin.page, 'taches-1920');
    await admin.page.setViewportSize(LAPTOP);
    expect(await seriousFaults(admin.page)).toEqual([]);
  });

  it('pauses a job and lets it go on', async () => {
    const job = admin.job('archiving');
    await job.getByRole('button', { name: /^Pause/ }).click();
    await job.getByText('en pause').waitFor();
    await job.getByRole('button', { name: /^Reprendre/ }).click();
    await job.getByText('en attente').waitFor();
  });

  it('lets a user choose his password by the link of a mail, once', async () => {
    const client = new HubClient(hub.url);
    await client.signIn('direction', FIRST_PASSWORD);
    const { id } = (await new HubClient(hub.url).signIn('igarnier', FIRST_PASSWORD)).user;
    await client.send('mutation ($id: ID!) { sendPasswordReset(userId: $id) }', { id });
    const mail = await mailSaying(dataFolder, '/reinitialiser?jeton=');
    const link = /http:\S+\/reinitialiser\?jeton=[\w-]+/.exec(mail)?.[0] ?? '';
    const page = await (await newLaptop(browser)).newPage();
    await page.goto(link);
    await page.waitForURL(`${hub.url}/reinitialiser`);
    await takeScreenshot(page, 'reinitialiser');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('Nouveau mot de passe', { exact: true }).fill(NEXT_PASSWORD);
    await page.getByLabel('Nouveau mot de passe, une seconde fois').fill(NEXT_PASSWORD);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Mot de passe enregistré').waitFor();
    await page.getByRole('link', { name: 'Se connecter' }).click();
    const user = new Rep(page);
    await user.signIn(hub.url, 'igarnier', NEXT_PASSWORD);
    await user.seesClients();
    await page.goto(link);
    await page.getByLabel('Nouveau mot de passe', { exact: true }).fill(NEXT_PASSWORD);
    await page.getByLabel('Nouveau mot de passe, une seconde fois').fill(NEXT_PASSWORD);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('heading', { name: 'Lien périmé' }).waitFor();
    await takeScreenshot(page, 'reinitialiser-lien-perime');
    expect(await seriousFaults(page)).toEqual([]);
  });
});
