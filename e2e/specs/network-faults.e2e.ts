import { rm } from 'node:fs/promises';
import { addDays, parisDay } from '@tournee/graphql';
import type { Browser, Page } from 'playwright-core';
import { Rep } from '../app/rep.ts';
import { launchBrowser, newLaptop } from '../browser/browser-session.ts';
import { takeScreenshot } from '../browser/screenshots.ts';
import { after, always, inTurn } from '../faults/fault-plans.ts';
import { FaultProxy } from '../faults/fault-proxy.ts';
import { ContractDevice } from '../hub/contract-device.ts';
import { HubProcess } from '../hub/hub-process.ts';
import { FIRST_PASSWORD, loadedBase } from '../hub/loaded-base.ts';
import { newVisit } from '../hub/new-visit.ts';
import { relationsSaying } from '../hub/winpneu.ts';

/** More clients than one page of a pull holds. */
const SIZE = { clients: 2100, relations: 2400, reps: 3 };
const GPRS = { kbitPerSecond: 50, roundTripMs: 600 };
const PATIENCE = { timeout: 45_000 };
const WEEK_MS = 7 * 86_400_000;

/** Whatever the network does, it ends in "connected and complete", or in words that say what is wrong. */
describe('a network that fails', () => {
  let dataFolder: string;
  let hub: HubProcess;
  let proxy: FaultProxy;
  let browser: Browser;
  let rep: Rep;
  let clientCode: string;
  let office: ContractDevice;

  beforeAll(async () => {
    [dataFolder, browser] = await Promise.all([
      loadedBase({ size: SIZE, mustChangePassword: false }),
      launchBrowser(),
    ]);
    hub = await HubProcess.start(dataFolder);
    proxy = await FaultProxy.start(hub.url);
    rep = new Rep(await (await newLaptop(browser)).newPage());
    office = new ContractDevice({ url: hub.url });
    await office.session.signIn('igarnier', FIRST_PASSWORD);
  });

  afterAll(async () => {
    await browser.close();
    await proxy.close();
    await hub.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });

  afterEach(() => {
    proxy.heal();
  });

  const connected = (): Promise<void> => rep.connection.filter({ hasText: 'Connecté' }).waitFor(PATIENCE);
  const offline = (): Promise<void> => rep.connection.filter({ hasText: 'Hors ligne' }).waitFor(PATIENCE);

  /** Waits until a visit is no longer unsent, and checks that winpneu has it once. */
  async function arrivesOnce(comment: string): Promise<void> {
    await rep.history.getByText(comment).waitFor(PATIENCE);
    await rep.history.getByText('en attente d’envoi').waitFor({ state: 'detached', ...PATIENCE });
    expect(await relationsSaying(dataFolder, comment)).toHaveLength(1);
  }

  it('says that a captive portal answers instead of the hub, when signing in', async () => {
    await rep.page.goto(proxy.url);
    proxy.plan = always({ kind: 'portal' });
    await rep.page.getByLabel('Identifiant').fill('igarnier');
    await rep.page.getByLabel('Mot de passe').fill(FIRST_PASSWORD);
    await rep.page.getByRole('button', { name: 'Se connecter' }).click();
    await rep.page.getByRole('alert').filter({ hasText: 'Le réseau a répondu à la place' }).waitFor();
  });

  it('goes on with the first copy where it was cut, over a reload, and fetches nothing twice', async () => {
    proxy.plan = after(1, ['PullClients', 'PullClientHistories'], { kind: 'cut-answer' });
    await rep.signIn(proxy.url, 'igarnier', FIRST_PASSWORD);
    await rep.page.getByRole('alert').filter({ hasText: 'déjà reçu' }).waitFor(PATIENCE);
    await takeScreenshot(rep.page, 'panne-premiere-copie');
    await rep.page.reload();
    await rep.page.getByRole('alert').filter({ hasText: 'déjà reçu' }).waitFor(PATIENCE);
    const before = proxy.documents;
    expect(before).toBeGreaterThanOrEqual(1000);
    proxy.heal();
    await rep.page.getByRole('button', { name: 'Réessayer' }).click();
    await rep.seesClients();
    await connected();
    await office.pullAll();
    const all = [
      'client',
      'clientHistory',
      'prospect',
      'visit',
      'reference',
      'setting',
      'operation',
    ] as const;
    expect(proxy.documents).toBe(all.reduce((sum, name) => sum + office.held(name).length, 0));
    clientCode = (await rep.rows.nth(2).locator('.code').innerText()).trim();
    await rep.openClient(clientCode);
  });

  it('is offline while a proxy answers 502, and sends what was noted meanwhile once', async () => {
    proxy.plan = always({ kind: 'error-page', status: 502 });
    proxy.cutStreams();
    await offline();
    await rep.noteVisit('Noté pendant un 502.');
    proxy.heal();
    await connected();
    await arrivesOnce('Noté pendant un 502.');
  });

  it('says that a captive portal answers instead of the hub, and goes on when it is gone', async () => {
    proxy.plan = always({ kind: 'portal' });
    proxy.cutStreams();
    await offline();
    await rep.page.getByText('Le réseau répond à la place du serveur Tournée').waitFor(PATIENCE);
    await rep.noteVisit('Noté à l’hôtel.');
    await takeScreenshot(rep.page, 'panne-portail');
    proxy.heal();
    await connected();
    await rep.page.getByText('Le réseau répond à la place').waitFor({ state: 'detached', ...PATIENCE });
    await arrivesOnce('Noté à l’hôtel.');
  });

  it('sends a visit once, though requests and answers are cut in half or lost', async () => {
    proxy.plan = inTurn(
      'PushOperations',
      { kind: 'cut-request' },
      { kind: 'lose-answer' },
      { kind: 'cut-answer' },
      { kind: 'double' },
    );
    await rep.noteVisit('Coupé en deux.');
    await arrivesOnce('Coupé en deux.');
    await connected();
  });

  it('sends a visit once, though the hub does it after the page has given up', async () => {
    proxy.plan = inTurn('PushOperations', { kind: 'hold', ms: 3000 });
    const pushed = rep.page.waitForRequest(
      (request) => request.postData()?.includes('PushOperations') === true,
    );
    await rep.noteVisit('Répondu trop tard.');
    await pushed;
    await rep.page.reload();
    await connected();
    await arrivesOnce('Répondu trop tard.');
  });

  it('renews its session when the token runs out in the middle of it', async () => {
    const stale = { kind: 'stale-token' } as const;
    proxy.plan = inTurn('PushOperations', stale, stale);
    await rep.noteVisit('Jeton périmé.');
    await arrivesOnce('Jeton périmé.');
    expect(proxy.exchanges.some(({ operation }) => operation === 'RefreshSession')).toBe(true);
    await connected();
  });

  it('is offline, and not seemingly alive, when the network goes silent', async () => {
    await rep.page.clock.install({ time: Date.now() });
    await rep.page.reload();
    await connected();
    proxy.plan = always({ kind: 'silence' });
    proxy.goDead();
    await rep.page.clock.fastForward(60_000);
    await offline();
    proxy.heal();
    await connected();
  });

  it('catches up after a week asleep, though its stream died without a word', async () => {
    proxy.goDead();
    office.note(newVisit('GA00', clientCode, 'Saisi au bureau pendant la semaine.'));
    await office.push();
    await rep.page.clock.fastForward(WEEK_MS);
    await rep.history.getByText('Saisi au bureau pendant la semaine.').waitFor(PATIENCE);
    await rep.page.clock.setSystemTime(Date.now());
    await connected();
  });

  it.each([
    ['back', -2],
    ['forward', 2],
  ])('forgets no visit when the clock is set %s', async (_direction, days) => {
    const comment = `Horloge de ${String(days)} jours.`;
    proxy.plan = always({ kind: 'error-page', status: 503 });
    proxy.cutStreams();
    await offline();
    await rep.page.clock.setSystemTime(Date.now() + days * 86_400_000);
    await rep.noteVisit(comment);
    await rep.page.clock.setSystemTime(Date.now());
    proxy.heal();
    await connected();
    await settles(rep.page, comment, days);
  });

  /** The hub takes a visit of two days ago; one of the day after tomorrow it refuses, and the rep is told. */
  async function settles(page: Page, comment: string, days: number): Promise<void> {
    if (days < 0) {
      await arrivesOnce(comment);
      const [row] = await relationsSaying(dataFolder, comment);
      expect(row?.dateRelation).toEqual(new Date(`${addDays(parisDay(new Date()), days)}T00:00:00Z`));
      return;
    }
    await page.getByText('1 saisie à revoir').waitFor(PATIENCE);
    expect(await relationsSaying(dataFolder, comment)).toEqual([]);
  }

  it('copies a whole base over 50 kbit/s and 600 ms', async () => {
    const other = new Rep(await (await newLaptop(browser)).newPage());
    await other.page.goto(proxy.url);
    await other.page.getByLabel('Identifiant').waitFor();
    proxy.slowDown(GPRS);
    await other.signIn(proxy.url, 'bmichel', FIRST_PASSWORD);
    await other.rows.first().waitFor({ timeout: 100_000 });
    await other.connection.filter({ hasText: 'Connecté' }).waitFor({ timeout: 100_000 });
  });
});
