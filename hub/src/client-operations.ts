import type { FeedDocument, Queryable } from '@tournee/db';
import type { SettingName, SettingValue } from '@tournee/graphql';
import { createClientAccess } from './client-access.ts';
import type { Clock } from './clock.ts';
import { clientChangeRequested, clientCreationRequested } from './mail/client-mails.ts';
import { contentOrFailure } from './mail/mail-content.ts';
import type { Outbox } from './mail/outbox.ts';
import { createClientPublisher } from './modules/base/client-publisher.ts';
import { createChangeRequestHandler } from './modules/change-request/change-request.handler.ts';
import { createClientCreationHandler } from './modules/client-creation/client-creation.handler.ts';
import { createFleetHandler } from './modules/fleet/fleet.handler.ts';
import { createFollowUpHandler } from './modules/follow-up/follow-up.handler.ts';
import type { ProspectAccess } from './modules/prospect/prospect-access.ts';
import type { ProspectPublisher } from './modules/prospect/prospect-publisher.ts';
import type { OperationHandler } from './operation-handler.ts';
import { reachOf } from './sync/reach.ts';
import { scopesOfClient } from './sync/scopes.ts';

/** How operations reach people by mail. */
export interface OutboundMail {
  readonly outbox: Outbox;
  /** Where links in mails lead, without a slash at the end. */
  readonly publicUrl: (q?: Queryable) => Promise<string>;
}

export interface ClientOperationOptions {
  readonly clock: Clock;
  readonly outbound: OutboundMail;
  readonly prospects: { readonly access: ProspectAccess; readonly publisher: ProspectPublisher };
  readonly readSetting: <Name extends SettingName>(q: Queryable, name: Name) => Promise<SettingValue<Name>>;
}

/** What is done with requests about clients: MC, CC, DR, PA. */
export function createClientOperations(options: ClientOperationOptions): OperationHandler[] {
  const { clock, outbound, readSetting, prospects } = options;
  const publisher = createClientPublisher({ clock });
  const findClient = createClientAccess((tx, viewer, { client, notedAt }, now) => {
    return reachOf(
      tx,
      viewer,
      { collection: 'client', id: client.cClient, scopes: scopesOfClient(client), notedAt },
      now,
    );
  });
  const clientDocuments = (tx: Queryable, cClient: string): Promise<FeedDocument[]> =>
    publisher.documents(tx, cClient);
  return [
    createFollowUpHandler({ findClient, clientDocuments }),
    createFleetHandler({ findClient, clientDocuments, readTypes: (tx) => readSetting(tx, 'fleet.types') }),
    createChangeRequestHandler({
      findClient,
      clientDocuments,
      sendMail: async (tx, { cause, sender, ...request }) => {
        const to = await readSetting(tx, 'mail.accountantAddresses');
        const mail = { cause, kind: 'client-change-request', sender, to };
        await outbound.outbox.add(tx, { ...mail, ...contentOrFailure(() => clientChangeRequested(request)) });
      },
    }),
    createClientCreationHandler({
      findProspect: (tx, viewer, operation, now) => prospects.access.locate(tx, viewer, operation, now),
      readFarmerFamilies: (tx) => readSetting(tx, 'client.farmerFamilies'),
      prospectDocuments: (tx, id) => prospects.publisher.documents(tx, id),
      sendMails: async (tx, { operation, sender, nomClient }) => {
        const link = `${await outbound.publicUrl(tx)}/creations/${encodeURIComponent(operation)}`;
        const mail = {
          kind: 'client-creation-request',
          sender,
          ...contentOrFailure(() => clientCreationRequested({ nomClient, link })),
        };
        const to = await readSetting(tx, 'mail.accountantAddresses');
        await outbound.outbox.add(tx, { ...mail, cause: operation, to });
        // « comptable + demandeur »: a mail of his own, so that a missing address of the accountant is still seen.
        await outbound.outbox.add(tx, { ...mail, cause: `${operation}:demandeur`, to: [sender.address] });
      },
    }),
  ];
}
