import type { Locator, Page } from 'playwright-core';

/** What a rep does with the app, in his words; by role and name, as a screen reader would find it. */
export class Rep {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The connection, always in sight. */
  get connection(): Locator {
    return this.page.locator('app-connection-pill');
  }

  get search(): Locator {
    return this.page.getByRole('combobox', { name: 'Rechercher un client' });
  }

  get rows(): Locator {
    return this.page.getByRole('option');
  }

  get history(): Locator {
    return this.page.locator('app-history-list');
  }

  async signIn(address: string, userName: string, password: string): Promise<void> {
    await this.page.goto(address);
    await this.page.getByLabel('Identifiant').fill(userName);
    await this.page.getByLabel('Mot de passe').fill(password);
    await this.page.getByRole('button', { name: 'Se connecter' }).click();
  }

  async changePassword(current: string, next: string): Promise<void> {
    await this.page.getByLabel('Mot de passe reçu').fill(current);
    await this.page.getByLabel('Nouveau mot de passe', { exact: true }).fill(next);
    await this.page.getByLabel('Nouveau mot de passe, une seconde fois').fill(next);
    await this.page.getByRole('button', { name: 'Changer le mot de passe' }).click();
  }

  /** Waits for the list of clients, on its tab: after a first sync, or after a reload. */
  async seesClients(): Promise<void> {
    const tab = this.page.getByRole('navigation').getByRole('link', { name: 'Clients' });
    await tab.waitFor({ timeout: 60_000 });
    if (!/\/clients(\/|$)/.test(new URL(this.page.url()).pathname)) await tab.click();
    await this.rows.first().waitFor({ timeout: 60_000 });
  }

  /** Opens the first client that the search finds. */
  async openClient(query: string): Promise<void> {
    await this.search.fill(query);
    await this.rows.first().click();
    await this.page.getByRole('button', { name: 'Visite ce jour' }).waitFor();
  }

  async openVisit(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Visite ce jour' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.waitFor();
    return dialog;
  }

  /** Notes a visit of today to the client whose card is open. */
  async noteVisit(comment: string): Promise<void> {
    const dialog = await this.openVisit();
    await dialog.getByLabel('Compte rendu').fill(comment);
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Opens the dialog that tells what stays on this machine. */
  async askToSignOut(): Promise<void> {
    await this.page.getByRole('button', { name: /Compte de/ }).click();
    await this.page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
  }
}
