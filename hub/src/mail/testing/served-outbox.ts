import type { Database } from '@tournee/db';
import type { SmtpSettings } from '../mail-settings.ts';
import { createMailFixture, type MailFixture, type MailFixtureOptions } from './mail-fixture.ts';
import { type SmtpFixture, type SmtpHooks, startSmtpServer } from './smtp-fixture.ts';

export type ServedOutbox = MailFixture & {
  readonly server: SmtpFixture;
  readonly received: SmtpFixture['received'];
};

export type ServerParameters = [
  hooks?: SmtpHooks,
  smtp?: Partial<SmtpSettings>,
  options?: MailFixtureOptions,
];

/** An outbox before a server of its own, which the caller closes. */
export async function createServedOutbox(
  database: Database,
  ...[hooks = {}, smtp = {}, options = {}]: ServerParameters
): Promise<ServedOutbox> {
  const server = await startSmtpServer(hooks);
  const settings = { smtp: { ...server.settings, ...smtp }, ...options.settings };
  const fixture = createMailFixture(database, { ...options, settings });
  return Object.assign(fixture, { server, received: server.received });
}
