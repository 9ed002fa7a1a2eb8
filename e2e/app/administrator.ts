import type { Locator, Page } from 'playwright-core';

/** What an administrator does with settings and jobs, in his words. */
export class Administrator {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** What edits a setting. */
  setting(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  /** All that belongs to a setting: its words, its faults, its buttons. */
  card(label: string): Locator {
    return this.page.locator('app-setting-card').filter({ hasText: label });
  }

  job(name: string): Locator {
    return this.page.locator(`[data-job='${name}']`);
  }

  async opensSettings(address: string): Promise<void> {
    await this.page.goto(`${address}/administration/reglages`);
    await this.page.locator('app-setting-card').first().waitFor();
  }

  async opensJobs(address: string): Promise<void> {
    await this.page.goto(`${address}/administration/taches`);
    await this.job('base-refresh').waitFor();
  }

  async savesSettings(): Promise<void> {
    await this.page.getByRole('button', { name: 'Enregistrer' }).click();
    await this.page.getByText('Réglages enregistrés').waitFor();
  }
}
