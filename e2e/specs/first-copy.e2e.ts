import { rm } from 'node:fs/promises';
import { type CollectionName, COLLECTIONS } from '@tournee/graphql';
import type { Browser } from 'playwright-core';
import { Rep } from '../app/rep.ts';
import { launchBrowser, newLaptop } from '../browser/browser-session.ts';
import { takeScreenshot } from '../browser/screenshots.ts';
import { NO_FAULT } from '../faults/fault.ts';
import { after, always, inTurn } from '../faults/fault-plans.ts';
import { FaultProxy } from '../faults/fault-proxy.ts';
import { ContractDevice } from '../hub/contract-device.ts';
import { HubProcess } from '../hub/hub-process.ts';
import { FIRST_PASSWORD, loadedBase } from '../hub/loaded-base.ts';

/** More clients of each rep than one page of a pull holds. */
const SIZE = { clients: 1650, relations: 1800, reps: 3 };
const GPRS = { kbitPerSecond: 50, roundTripMs: 600 };
const PATIENCE = { timeout: 40_000 };

/** The first copy of the base, on lines that are not made for it. */
describe('a first copy', () => {
  let dataFolder: string;
  let hub: HubProcess;
  let browser: Browser;
  let proxy: FaultProxy;
  let rep: Rep;

  beforeAll(async () => {
    [dataFolder, browser] = await Promise.all([
      loadedBase({ size: SIZE, mustChangePassword: false }),
      launchBrowser(),
    ]);
    hub = await HubProcess.start(dataFolder);
  });

  afterAll(async () => {
    await browser.close();
    await hub.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    proxy = await FaultProxy.start(hub.url);
    rep = new Rep(await (await newLaptop(browser)).newPage());
    await rep.page.goto(proxy.url);
    await rep.page.getByLabel('Identifiant').waitFor();
  });

  afterEach(async () => {
    await rep.page.context().close();
    await proxy.close();
  });

  const connected = (timeout = PATIENCE.timeout): Promise<void> =>
    rep.connection.filter({ hasText: 'Connecté' }).waitFor({ timeout });
  const interrupted = (): Promise<void> =>
    rep.page.getByRole('alert').filter({ hasText: 'déjà reçu est conservé' }).waitFor(PATIENCE);

  async function signIn(): Promise<void> {
    await rep.page.getByLabel('Identifiant').fill('igarnier');
    await rep.page.getByLabel('Mot de passe').fill(FIRST_PASSWORD);
    await rep.page.getByRole('button', { name: 'Se connecter' }).click();
  }

  it('does not begin behind a captive portal, and says why', async () => {
    proxy.plan = always({ kind: 'portal' });
    await signIn();
    await rep.page.getByRole('alert').filter({ hasText: 'Le réseau a répondu à la place' }).waitFor(PATIENCE);
  });

  it('goes on where it was cut, over a reload, and fetches nothing twice', async () => {
    proxy.plan = after(1, ['PullClients', 'PullClientHistories'], { kind: 'cut-answer' });
    await signIn();
    await interrupted();
    await rep.page.getByText('coupée avant la fin').first().waitFor(PATIENCE);
    await takeScreenshot(rep.page, 'panne-premiere-copie');
    await rep.page.reload();
    await interrupted();
    expect(proxy.documents).toBeGreaterThanOrEqual(1000);
    proxy.heal();
    await rep.seesClients();
    await connected();
    const office = new ContractDevice({ url: hub.url });
    await office.session.signIn('igarnier', FIRST_PASSWORD);
    await office.pullAll();
    const names = Object.keys(COLLECTIONS) as CollectionName[];
    expect(proxy.documents).toBe(names.reduce((sum, name) => sum + office.held(name).length, 0));
  });

  it('goes on when the token runs out between two pages', async () => {
    proxy.plan = inTurn('PullClients', NO_FAULT, { kind: 'stale-token' });
    await signIn();
    await rep.seesClients();
    await connected();
    expect(proxy.exchanges.filter(({ fault }) => fault === 'stale-token')).toHaveLength(1);
    expect(proxy.exchanges.filter(({ operation }) => operation === 'RefreshSession')).toHaveLength(1);
  });

  it('comes to its end over 50 kbit/s and 600 ms', async () => {
    proxy.slowDown(GPRS);
    await signIn();
    await connected(100_000);
    await rep.seesClients();
  });
});
