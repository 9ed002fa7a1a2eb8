import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { Rep } from '../app/rep.ts';
import { launchBrowser, newLaptop } from '../browser/browser-session.ts';
import { HubProcess } from '../hub/hub-process.ts';
import { FIRST_PASSWORD, loadedBase } from '../hub/loaded-base.ts';
import { relationsSaying } from '../hub/winpneu.ts';

const COMMENT = 'Tout au clavier.';

describe('without a mouse', () => {
  let dataFolder: string;
  let hub: HubProcess;
  let browser: Browser;
  let rep: Rep;

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

  it('signs in, finds a client, notes a visit and sees it sent', async () => {
    const { keyboard } = rep.page;
    await rep.page.goto(hub.url);
    await rep.page.getByLabel('Identifiant').waitFor();
    await keyboard.type('igarnier');
    await keyboard.press('Tab');
    await keyboard.type(FIRST_PASSWORD);
    await keyboard.press('Enter');
    await rep.seesClients();
    await keyboard.press('Control+k');
    await rep.page.getByRole('dialog').getByRole('combobox').waitFor();
    await keyboard.type('ga*');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await rep.page.locator('app-client-pane:focus').waitFor();
    await keyboard.press('v');
    await rep.page.locator('#visit-comment:focus').waitFor();
    await keyboard.type(COMMENT);
    await keyboard.press('Control+Enter');
    await rep.history.getByText(COMMENT).waitFor();
    await rep.history.getByText('en attente d’envoi').waitFor({ state: 'detached', timeout: 30_000 });
    expect(await relationsSaying(dataFolder, COMMENT)).toHaveLength(1);
  });
});
