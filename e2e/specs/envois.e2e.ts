import { rm } from 'node:fs/promises';
import { addDays, frenchDay, parisDay, type Prospect, type QuarantinePage } from '@tournee/graphql';
import type { Browser, BrowserContext, Locator } from 'playwright-core';
import { Rep } from '../app/rep.ts';
import { seriousFaults } from '../browser/accessibility.ts';
import { DESK, LAPTOP, launchBrowser, newLaptop } from '../browser/browser-session.ts';
import { takeScreenshot } from '../browser/screenshots.ts';
import { HubClient } from '../hub/hub-client.ts';
import { HubProcess } from '../hub/hub-process.ts';
import { FIRST_PASSWORD, loadedBase } from '../hub/loaded-base.ts';
import { newOperation } from '../hub/new-operation.ts';
import { relationsSaying } from '../hub/winpneu.ts';

const REFUSED = 'Passage de la semaine dernière.';
const QUARANTINED = 'Noté sur un poste révoqué.';
const PROSPECT = 'FERME DES TROIS CHENES';
const SETTINGS = `mutation ($changes: [SettingValueInput!]!) { updateSettings(changes: $changes) { name } }`;
const DEVICES = 'query { adminDevices { rows { id name userWindows version unsent revokedAt } } }';
const REVOKE = 'mutation ($id: ID!) { revokeDevice(id: $id) { id } }';
const QUARANTINE = 'query { adminQuarantine { rows { name payload } total } }';

/** What becomes of what a rep says: refused and corrected, in conflict and settled, put out and handed over. */
describe('the envois of a rep', () => {
  let dataFolder: string;
  let hub: HubProcess;
  let browser: Browser;
  let laptop: BrowserContext;
  let rep: Rep;
  let admin: HubClient;
  let clientCode: string;

  beforeAll(async () => {
    [dataFolder, browser] = await Promise.all([loadedBase({ mustChangePassword: false }), launchBrowser()]);
    hub = await HubProcess.start(dataFolder);
    laptop = await newLaptop(browser);
    rep = new Rep(await laptop.newPage());
    admin = new HubClient(hub.url);
    await admin.signIn('direction', FIRST_PASSWORD);
  });

  afterAll(async () => {
    await browser.close();
    await hub.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });

  /** The row of « Envois » that says something. */
  const rowSaying = (text: string): Locator => rep.page.locator('app-sending-row').filter({ hasText: text });
  const showOnly = (state: string): Promise<void> =>
    rep.page.getByRole('group', { name: 'Filtrer par état' }).getByRole('button', { name: state }).click();

  async function shoot(name: string): Promise<void> {
    await takeScreenshot(rep.page, name);
    await rep.page.setViewportSize(DESK);
    await takeScreenshot(rep.page, `${name}-1920`);
    await rep.page.setViewportSize(LAPTOP);
    await rep.page.emulateMedia({ colorScheme: 'dark' });
    await takeScreenshot(rep.page, `${name}-sombre`);
    expect(await seriousFaults(rep.page)).toEqual([]);
    await rep.page.emulateMedia({ colorScheme: 'light' });
    expect(await seriousFaults(rep.page)).toEqual([]);
  }

  it('opens from the connection indicator, and says that there is nothing yet', async () => {
    await rep.signIn(hub.url, 'igarnier', FIRST_PASSWORD);
    await rep.seesClients();
    clientCode = (await rep.rows.nth(2).locator('.code').innerText()).trim();
    await rep.page.getByRole('link', { name: /Envois/ }).press('Enter');
    await rep.page.getByText('Rien à envoyer').waitFor();
    await shoot('envois-vide');
  });

  it('lets a visit wait, and says so when the hub refuses it', async () => {
    await rep.page.goto(`${hub.url}/clients/${clientCode}`);
    await rep.connection.filter({ hasText: 'Connecté' }).waitFor();
    await laptop.setOffline(true);
    await rep.connection.filter({ hasText: 'Hors ligne' }).waitFor({ timeout: 30_000 });
    const dialog = await rep.openVisit();
    await dialog.getByLabel('Date', { exact: true }).fill(frenchDay(addDays(parisDay(new Date()), -7)));
    await dialog.getByLabel('Compte rendu').fill(REFUSED);
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.waitFor({ state: 'detached' });
    await rep.page.getByRole('link', { name: /Envois/ }).click();
    await rowSaying(REFUSED).getByText('en attente d’envoi').waitFor();

    // Meanwhile the rule becomes stricter than the one that this device knew.
    await admin.send(SETTINGS, { changes: [{ name: 'visit.maxAgeDays', value: 2 }] });
    await laptop.setOffline(false);
    await rowSaying(REFUSED).getByText('refusée', { exact: true }).waitFor({ timeout: 30_000 });
    await rep.page.getByText('1 saisie à revoir').waitFor();
    await shoot('envois-refusee');
  });

  it('opens a refused visit in its form, with the field marked, and sends it again', async () => {
    await rowSaying(REFUSED).getByRole('button', { name: 'Corriger et renvoyer' }).click();
    const dialog = rep.page.getByRole('dialog');
    const date = dialog.getByLabel('Date', { exact: true });
    expect(await date.getAttribute('aria-invalid')).toBe('true');
    await shoot('envois-correction');
    await date.fill(frenchDay(parisDay(new Date())));
    await dialog.getByRole('button', { name: 'Corriger et renvoyer' }).click();
    await dialog.waitFor({ state: 'detached' });
    await rowSaying(REFUSED).getByText('intégrée').waitFor({ timeout: 30_000 });
    await rowSaying(REFUSED).getByText('remplacée').waitFor();
    expect(await rep.page.getByText('saisie à revoir').count()).toBe(0);
    expect(await relationsSaying(dataFolder, REFUSED)).toHaveLength(1);
  });

  it('shows both values of a conflict, and settles it with one click', async () => {
    const other = new HubClient(hub.url);
    await other.signIn('igarnier', FIRST_PASSWORD);
    const created = newOperation({
      code: 'CP',
      cUser: 'GA00',
      payload: { nomClient: PROSPECT, tel1: '03 20 00 00 00' },
    });
    const about = { entityType: 'prospect', entityId: created.id } as const;
    const phone = (to: string) =>
      newOperation({
        code: 'MP',
        cUser: 'GA00',
        payload: { changes: { tel1: { from: '03 20 00 00 00', to } } },
        about,
      });
    const answers = await other.push([created, phone('03 20 11 11 11'), phone('06 12 34 56 78')]);
    expect(answers.map(({ status }) => status)).toEqual(['integrated', 'integrated', 'conflict']);

    await rep.page.getByText('1 saisie à revoir').waitFor({ timeout: 30_000 });
    await showOnly('Conflits');
    const conflict = rep.page.getByRole('group', { name: 'Téléphone' });
    await conflict.getByText('06 12 34 56 78').waitFor();
    await conflict.getByText('03 20 11 11 11').waitFor();
    await shoot('envois-conflit');
    await conflict.getByRole('button', { name: 'Garder la vôtre' }).click();
    await rep.page.getByText('Aucun envoi dans cet état').waitFor();
    await showOnly('Intégrées');
    await rowSaying('03 20 11 11 11 → 06 12 34 56 78').waitFor({ timeout: 30_000 });
    const { documents } = await other.pull('prospect', null, 100);
    expect((documents as unknown as Prospect[]).find(({ id }) => id === created.id)?.tel1).toBe(
      '06 12 34 56 78',
    );
    expect(await rep.page.getByText('saisie à revoir').count()).toBe(0);
  });

  it('says that the clock is wrong, and what that means', async () => {
    await rep.page.clock.setSystemTime(Date.now() + 3 * 3_600_000);
    await rep.page.reload();
    await rep.page.getByText('L’horloge de ce poste avance de 3').waitFor({ timeout: 30_000 });
    await takeScreenshot(rep.page, 'envois-horloge');
    expect(await seriousFaults(rep.page)).toEqual([]);
    await rep.page.clock.setSystemTime(Date.now());
    await rep.page.getByRole('button', { name: 'Vérifier' }).click();
    await rep.page.getByText('L’horloge de ce poste').waitFor({ state: 'detached', timeout: 30_000 });
  });

  it('hands what it had not sent to an administrator when it is revoked, and wipes its base', async () => {
    await rep.page.goto(`${hub.url}/clients/${clientCode}`);
    await rep.connection.filter({ hasText: 'Connecté' }).waitFor({ timeout: 30_000 });
    const { adminDevices } = (await admin.send(DEVICES)) as {
      adminDevices: { rows: { id: string; name: string; userWindows: string; version: string | null }[] };
    };
    const device = adminDevices.rows.find(
      ({ name, userWindows }) => userWindows === 'igarnier' && name.startsWith('Navigateur'),
    );
    expect(device?.version).toMatch(/^\d+\.\d+\.\d+$/);
    await laptop.setOffline(true);
    await rep.connection.filter({ hasText: 'Hors ligne' }).waitFor({ timeout: 30_000 });
    await rep.noteVisit(QUARANTINED);
    await admin.send(REVOKE, { id: device?.id });
    await laptop.setOffline(false);
    await rep.page.getByText('Elle est remise à l’administrateur').waitFor({ timeout: 30_000 });
    await shoot('session-revoquee');
    const { adminQuarantine } = (await admin.send(QUARANTINE)) as { adminQuarantine: QuarantinePage };
    expect(
      adminQuarantine.rows.map(({ payload }) => (payload as { commentaire: string }).commentaire),
    ).toEqual([QUARANTINED]);
    const databases = await rep.page.evaluate(async () =>
      (await indexedDB.databases()).map(({ name }) => name),
    );
    expect(databases.filter((name) => name?.startsWith('rxdb-'))).toEqual([]);
    const [download] = await Promise.all([
      rep.page.waitForEvent('download'),
      rep.page.getByRole('button', { name: 'Exporter mes saisies' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^tournee-VC_GA00_.*\.json$/);
  });
});
