import { type Database, mailListRepository, type MailRow } from '@tournee/db';
import type { OutboxMail, OutboxMailFilter, OutboxMailPage, OutboxMailSort } from '@tournee/graphql';
import { assertAdmin, type Viewer } from '../../context.ts';
import { badInput } from '../../errors.ts';
import { errorMessages } from '../../errors.messages.ts';
import { type PageArguments, pageRequest, rowId } from '../../paging.ts';
import { outboxMailMessages } from './outbox-mail.messages.ts';

export interface OutboxMailDependencies {
  readonly database: Database;
  readonly find: (id: number) => Promise<MailRow | null>;
  /** False when the mail was neither refused nor uncertain. */
  readonly requeue: (id: number, to: readonly string[]) => Promise<boolean>;
  /** Addresses that the settings name today for mails of a kind. */
  readonly addressesOf: (kind: string) => Promise<readonly string[]>;
  /** Makes the outbox due now. */
  readonly sendSoon: () => void;
}

export interface OutboxMailArguments extends PageArguments {
  readonly filter: OutboxMailFilter | null;
  readonly sort: OutboxMailSort | null;
}

const NEWEST_FIRST = { key: 'id', direction: 'desc' } as const;
/** A link by which a password is chosen: whoever has it is that user. An administrator shall not be. */
const TOKEN = /(reinitialiser\?jeton=)[\w-]+/g;

/** The outbox, as administrators see it. */
export class OutboxMailService {
  readonly #dependencies: OutboxMailDependencies;

  constructor(dependencies: OutboxMailDependencies) {
    this.#dependencies = dependencies;
  }

  /** @throws FORBIDDEN, BAD_INPUT */
  async page(viewer: Viewer, { filter, sort, ...args }: OutboxMailArguments): Promise<OutboxMailPage> {
    assertAdmin(viewer);
    const mails = mailListRepository(this.#dependencies.database.db);
    const { rows, total } = await mails.page({ ...pageRequest(args), ...filter, sort: sort ?? NEWEST_FIRST });
    return { rows: rows.map(toOutboxMail), total };
  }

  /** @throws FORBIDDEN */
  async find(viewer: Viewer, id: string): Promise<OutboxMail | null> {
    assertAdmin(viewer);
    const number = rowId(id);
    const row = number === null ? null : await this.#dependencies.find(number);
    return row && toOutboxMail(row);
  }

  /** @throws FORBIDDEN, BAD_INPUT */
  async retry(viewer: Viewer, id: string): Promise<OutboxMail> {
    const known = await this.find(viewer, id);
    if (!known) throw badInput(errorMessages.unknownId, 'id');
    const { requeue, addressesOf, sendSoon } = this.#dependencies;
    const to = known.recipient === '' ? await addressesOf(known.kind) : [known.recipient];
    if (to.length === 0) throw badInput(outboxMailMessages.noRecipient, 'id');
    if (!(await requeue(Number(id), to))) throw badInput(outboxMailMessages.notRetried, 'id');
    sendSoon();
    return (await this.find(viewer, id)) ?? known;
  }
}

function toOutboxMail(row: MailRow): OutboxMail {
  const { kind, cause, recipient, senderName, senderAddress, subject, tries, lastError, response } = row;
  return {
    id: String(row.id),
    kind,
    cause,
    recipient,
    recipients: JSON.parse(row.recipients) as string[],
    senderName,
    senderAddress,
    subject,
    text: row.text.replaceAll(TOKEN, '$1•••'),
    html: row.html.replaceAll(TOKEN, '$1•••'),
    status: row.status as OutboxMail['status'],
    tries,
    nextTryAt: row.nextTryAt?.toISOString() ?? null,
    lastError,
    response,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  };
}
