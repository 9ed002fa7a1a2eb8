import type { Database } from '@tournee/db';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../logger.ts';
import type { MailSettings } from '../mail-settings.ts';
import { createMailService, type MailService } from '../mail.service.ts';
import type { OutgoingMail } from '../outbox.ts';

/** A clock that a spec moves. */
export class MovableClock implements Clock {
  #now = new Date('2026-11-24T10:15:00.000Z');
  now(): Date {
    return this.#now;
  }
  advance(ms: number): void {
    this.#now = new Date(this.#now.getTime() + ms);
  }
}

export interface LogLine {
  readonly level: string;
  readonly details: unknown;
  readonly message: string | undefined;
}

export interface MailFixture {
  readonly mail: MailService;
  readonly clock: MovableClock;
  /** Settings that a spec may change at any time. */
  settings: MailSettings;
  readonly logged: LogLine[];
  /** Adds a mail in a transaction of its own. */
  add(changes?: Partial<OutgoingMail>): Promise<number>;
  sendDue(): ReturnType<MailService['sendDue']>;
}

export interface MailFixtureOptions {
  readonly smtpUrl?: string;
  readonly dataFolder?: string;
  readonly settings?: Partial<MailSettings>;
}

export function createMailFixture(database: Database, options: MailFixtureOptions = {}): MailFixture {
  const clock = new MovableClock();
  const logged: LogLine[] = [];
  const write = (level: string) => (details: unknown, message?: string) =>
    void logged.push({ level, details, message });
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error'), debug: write('debug') };
  let count = 0;
  const fixture: MailFixture = {
    settings: { smtp: null, forceSender: null, systemSender: null, errorAddresses: [], ...options.settings },
    clock,
    logged,
    mail: createMailService({
      database,
      clock,
      log,
      settings: async () => fixture.settings,
      smtpUrl: options.smtpUrl ?? null,
      dataFolder: options.dataFolder ?? '',
    }),
    add: (changes = {}) => {
      count += 1;
      const mail = outgoingMail({ cause: `cause ${String(count)} ${String(Math.random())}`, ...changes });
      return database.transaction((tx) => fixture.mail.outbox.add(tx, mail));
    },
    sendDue: () => fixture.mail.sendDue(new AbortController().signal),
  };
  return fixture;
}

export function outgoingMail(changes: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    cause: 'CC_GA00_20261124T101500123_7f3a9c2k',
    kind: 'client-creation-request',
    sender: { name: 'Gaëlle Février', address: 'gaelle@pneus.example' },
    to: ['compta@pneus.example'],
    subject: '[Création Client] GARAGE DE L’ÉTÉ',
    text: 'Un nouveau client est là.\n',
    html: '<p>Un nouveau client est là.</p>',
    ...changes,
  };
}
