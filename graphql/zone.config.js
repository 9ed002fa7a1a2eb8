import { TestEnvironment } from 'jest-environment-node';

/**
 * Node's environment of jest, in a time zone of its own: rules about days must answer the same on a hub in UTC, in
 * France, and on a laptop that was set to another zone. Setting TZ at run time makes Node drop what it knew of the zone.
 */
export default class ZoneEnvironment extends TestEnvironment {
  #zone;
  #before;

  constructor(config, context) {
    super(config, context);
    this.#zone = config.projectConfig.testEnvironmentOptions.zone;
  }

  async setup() {
    await super.setup();
    this.#before = process.env.TZ;
    process.env.TZ = this.#zone;
    const inForce = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (inForce !== this.#zone) throw new Error(`the specs would run in ${inForce}, not in ${this.#zone}`);
  }

  async teardown() {
    if (this.#before === undefined) delete process.env.TZ;
    else process.env.TZ = this.#before;
    await super.teardown();
  }
}
