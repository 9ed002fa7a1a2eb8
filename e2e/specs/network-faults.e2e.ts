import { rm } from 'node:fs/promises';
import { addDays, parisDay } from '@tournee/graphql';
import type { Browser } from 'playwright-core';
import { Rep } from '../app/rep.ts';
import { launchBrowser, newLaptop } from '../browser/browser-session.ts';
import { waitForOfflineCopy } from '../browser/offline-copy.ts';
import { makeClockSettable, setClock } from '../browser/shifted-clock.ts';
import { takeScreenshot } from '../browser/screenshots.ts';
import type { Fault } from '../faults/fault.ts';
import { always, inTurn } from '../faults/fault-plans.ts';
import { FaultProxy } from '../faults/fault-proxy.ts';
import { ContractDevice } from '../hub/contract-device.ts';
import { HubProcess } from '../hub/hub-process.ts';
import { FIRST_PASSWORD, loadedBase } from '../hub/loaded-base.ts';
import { newVisit } from '../hub/new-visit.ts';
import { relationsSaying } from '../hub/winpneu.ts';

const PATIENCE = { timeout: 40_000 };
const DAY_MS = 86_400_000;
const STALE: Fault = { kind: 'stale-token' };

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
    [dataFolder, browser] = await Promise.all([loadedBase({ mustChangePassword: false }), launchBrowser()]);
    hub = await HubProcess.start(dataFolder);
    proxy = await FaultProxy.start(hub.url);
    rep = new Rep(await (await newLaptop(browser)).newPage());
    rep.page.setDefaultTimeout(PATIENCE.timeout);
    await rep.signIn(proxy.url, 'igarnier', FIRST_PASSWORD);
    await rep.seesClients();
    clientCode = (await rep.rows.nth(2).locator('.code').innerText()).trim();
    await rep.openClient(clientCode);
    await waitForOfflineCopy(rep.page);
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
  const toldOf = (words: string): Promise<void> => rep.page.getByText(words).first().waitFor(PATIENCE);
  const askedToRenew = (): number =>
    proxy.exchanges.filter(({ operation }) => operation === 'RefreshSession').length;

  /** From now on everything, also the open stream, meets a fault. */
  function failWith(fault: Fault): void {
    proxy.plan = always(fault);
    proxy.cutStreams();
  }

  /** Waits until a visit is no longer unsent, and checks that winpneu has it once. */
  async function arrivesOnce(comment: string): Promise<void> {
    await rep.history.getByText(comment).waitFor(PATIENCE);
    await rep.history
      .getByText('en attente d’envoi')
      .first()
      .waitFor({ state: 'detached', ...PATIENCE });
    expect(await relationsSaying(dataFolder, comment)).toHaveLength(1);
  }

  /** A colleague at the office notes a visit, of which only the bell can tell this laptop. */
  async function officeNotes(comment: string): Promise<void> {
    office.note(newVisit('GA00', clientCode, comment));
    await office.push();
  }

  it('is offline while the hub is down, and sends what was noted meanwhile once', async () => {
    await hub.kill();
    await offline();
    await rep.noteVisit('Noté sans serveur.');
    await hub.restart();
    await connected();
    await arrivesOnce('Noté sans serveur.');
  });

  it('is offline while a proxy answers 502, and sends what was noted meanwhile once', async () => {
    failWith({ kind: 'error-page', status: 502 });
    await offline();
    await rep.noteVisit('Noté pendant un 502.');
    proxy.heal();
    await connected();
    await arrivesOnce('Noté pendant un 502.');
  });

  it('says that a captive portal answers instead of the hub, and goes on when it is gone', async () => {
    failWith({ kind: 'portal' });
    await offline();
    await toldOf('Le réseau répond à la place du serveur Tournée');
    await rep.noteVisit('Noté à l’hôtel.');
    await takeScreenshot(rep.page, 'panne-portail');
    proxy.heal();
    await connected();
    await rep.page.getByText('Le réseau répond à la place').waitFor({ state: 'detached', ...PATIENCE });
    await arrivesOnce('Noté à l’hôtel.');
  });

  it('sends a visit once, though requests and answers are cut in half, lost or doubled', async () => {
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
    proxy.plan = inTurn('PushOperations', { kind: 'hold', ms: 1500 });
    const pushed = rep.page.waitForRequest((sent) => sent.postData()?.includes('PushOperations') === true);
    await rep.noteVisit('Répondu trop tard.');
    await pushed;
    await rep.page.reload();
    await connected();
    await arrivesOnce('Répondu trop tard.');
  });

  it('renews its session once when the token runs out under a batch, and sends all of it once', async () => {
    const comments = ['Jeton périmé, un.', 'Jeton périmé, deux.', 'Jeton périmé, trois.'];
    failWith({ kind: 'error-page', status: 502 });
    await offline();
    for (const comment of comments) await rep.noteVisit(comment);
    const before = askedToRenew();
    proxy.plan = inTurn('PushOperations', STALE);
    for (const comment of comments) await arrivesOnce(comment);
    expect(askedToRenew()).toBe(before + 1);
    await connected();
  });

  it('stays signed in, though the renewals of its session are lost, cut, doubled or late', async () => {
    const faults: Fault[] = [
      { kind: 'lose-answer' },
      { kind: 'cut-answer' },
      { kind: 'double' },
      { kind: 'hold', ms: 1500 },
    ];
    for (const fault of faults) {
      const comment = `Session et ${fault.kind}.`;
      const [stale, renewal] = [inTurn('PushOperations', STALE), inTurn('RefreshSession', fault)];
      proxy.plan = (request) => {
        const done = stale(request);
        return done.kind === 'none' ? renewal(request) : done;
      };
      await rep.noteVisit(comment);
      await arrivesOnce(comment);
    }
    await connected();
  });

  it('keeps its refresh token where no script of the page can read it', async () => {
    const readable = await rep.page.evaluate(() => JSON.stringify(localStorage) + document.cookie);
    expect(readable).toContain('accessToken');
    expect(readable).not.toMatch(/refreshToken\\?"|tournee_refresh/);
    const [cookie] = await rep.page.context().cookies(`${proxy.url}/graphql`);
    expect(cookie).toMatchObject({
      name: 'tournee_refresh',
      httpOnly: true,
      sameSite: 'Strict',
      path: '/graphql',
    });
  });

  it('says that it is too old for the hub, goes on working, and sends when it is not any more', async () => {
    failWith({ kind: 'old-version' });
    await rep.connection.filter({ hasText: 'Mise à jour nécessaire' }).waitFor(PATIENCE);
    await toldOf('trop ancienne pour échanger avec le serveur. Vos saisies sont toutes gardées');
    await rep.noteVisit('Noté avec une vieille version.');
    await takeScreenshot(rep.page, 'panne-version');
    await rep.page.reload();
    await rep.history.getByText('en attente d’envoi').waitFor(PATIENCE);
    expect(await relationsSaying(dataFolder, 'Noté avec une vieille version.')).toEqual([]);
    proxy.heal();
    await rep.page.reload();
    await connected();
    await arrivesOnce('Noté avec une vieille version.');
  });

  describe('with a clock that is wrong', () => {
    beforeAll(async () => {
      await makeClockSettable(rep.page);
    });

    it.each([
      ['back', -2],
      ['forward', 2],
    ])('renews its session by the hub’s time, with a clock set %s', async (_direction, days) => {
      const before = askedToRenew();
      failWith({ kind: 'error-page', status: 503 });
      await offline();
      await setClock(rep.page, days * DAY_MS);
      const comment = `Horloge de ${String(days)} jours.`;
      await rep.noteVisit(comment);
      proxy.plan = inTurn('BaseState', STALE);
      await connected();
      await toldOf('L’horloge de ce poste');
      expect(askedToRenew()).toBe(before + 1);
      await settles(comment, days);
      await setClock(rep.page, 0);
    });

    /** The hub takes a visit of two days ago; one of the day after tomorrow it refuses, and the rep is told. */
    async function settles(comment: string, days: number): Promise<void> {
      if (days > 0) {
        await toldOf('1 saisie à revoir');
        expect(await relationsSaying(dataFolder, comment)).toEqual([]);
        return;
      }
      await arrivesOnce(comment);
      const [row] = await relationsSaying(dataFolder, comment);
      expect(row?.dateRelation).toEqual(new Date(`${addDays(parisDay(new Date()), days)}T00:00:00Z`));
    }
  });

  describe('with timers that slept', () => {
    beforeAll(async () => {
      await rep.page.clock.install({ time: Date.now() });
      await rep.page.reload();
      await connected();
    });

    it('is offline, and not seemingly alive, when the network goes silent', async () => {
      proxy.plan = always({ kind: 'silence' });
      proxy.goDead();
      await rep.page.clock.fastForward(60_000);
      await rep.page.clock.fastForward(10_000);
      await offline();
      proxy.heal();
      await rep.page.clock.fastForward(10_000);
      await connected();
    });

    it('opens a stream that died without a word again, though all else passes', async () => {
      proxy.goDead();
      await officeNotes('Saisi derrière un flux mort.');
      await rep.page.clock.fastForward(46_000);
      await rep.history.getByText('Saisi derrière un flux mort.').waitFor(PATIENCE);
      await connected();
    });

    it('catches up after a week asleep, with a token that ran out and a stream that died', async () => {
      const before = askedToRenew();
      proxy.goDead();
      await officeNotes('Saisi au bureau pendant la semaine.');
      proxy.plan = inTurn('BaseState', STALE);
      await rep.page.clock.fastForward(7 * DAY_MS);
      await rep.history.getByText('Saisi au bureau pendant la semaine.').waitFor(PATIENCE);
      await rep.page.clock.setSystemTime(Date.now());
      await connected();
      // What was published may be shown before the page hears that its token has run out.
      const end = Date.now() + PATIENCE.timeout;
      while (askedToRenew() === before && Date.now() < end) await rep.page.waitForTimeout(100);
      expect(askedToRenew()).toBe(before + 1);
    });
  });
});
