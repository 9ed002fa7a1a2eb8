import type { DeviceReportInput } from '@tournee/graphql';
import { firstValueFrom } from 'rxjs';
import type { LocalBase } from '../../../../local-db/local-base.ts';
import { APP_VERSION } from '../app-version.ts';
import type { HubClient } from '../hub/hub-client.ts';

const REPORT = 'mutation ReportDevice($report: DeviceReportInput!) { reportDevice(report: $report) }';

/** The hub wants no more than one report a minute. */
const PAUSE_MS = 60_000;

export interface ReporterParts {
  client: HubClient;
  base: LocalBase;
}

/** Tells the hub how this device is, for whoever looks after the devices: at most once a minute, and only news. */
export class DeviceReporter {
  readonly #parts: ReporterParts;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isDue = false;
  #last = '';

  constructor(parts: ReporterParts) {
    this.#parts = parts;
  }

  /** Reports now, or at the end of the minute of the report before. */
  report(): void {
    if (this.#timer !== null) {
      this.#isDue = true;
      return;
    }
    this.#isDue = false;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#isDue) this.report();
    }, PAUSE_MS);
    // Nobody waits for it; the next synchronisation says it again.
    this.#send().catch(() => undefined);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #send(): Promise<void> {
    const report = await this.#state();
    const text = JSON.stringify(report);
    if (text === this.#last) return;
    await this.#parts.client.request(REPORT, { report });
    this.#last = text;
  }

  async #state(): Promise<DeviceReportInput> {
    const { base } = this.#parts;
    const [documents, pending] = await Promise.all([base.countDocuments(), firstValueFrom(base.pending$)]);
    return {
      version: window.tournee?.version ?? APP_VERSION,
      documents,
      unsent: pending.length,
      oldestUnsentAt: pending[0]?.createdAt ?? null,
    };
  }
}
