import { type Queryable, settingRepository } from '@tournee/db';
import { type SettingName, settingValue, type SettingValue } from '@tournee/graphql';
import { createClientOperations, type OutboundMail } from './client-operations.ts';
import type { Clock } from './clock.ts';
import { createClientPublisher } from './modules/base/client-publisher.ts';
import { createProspectAccess } from './modules/prospect/prospect-access.ts';
import { createProspectPublisher, type ProspectPublisher } from './modules/prospect/prospect-publisher.ts';
import { createProspectHandlers } from './modules/prospect/prospect.handlers.ts';
import { createVisitHandler } from './modules/visit/visit.handler.ts';
import type { OperationHandler } from './operation-handler.ts';
import { reachOf } from './sync/reach.ts';
import { scopesOfClient } from './sync/scopes.ts';

/** What is done with each operation code: a domain gets here what it needs of another. */
export function createOperationHandlers(clock: Clock, outbound: OutboundMail): OperationHandler[] {
  const prospects = { access: createProspectAccess({ reachOf }), publisher: prospectPublisher(clock) };
  return [
    ...createFieldWorkHandlers(clock),
    ...createClientOperations({ clock, outbound, prospects, readSetting }),
  ];
}

/** What a rep notes on the road, and what sends no mail: visits, and prospects. */
export function createFieldWorkHandlers(clock: Clock): OperationHandler[] {
  return [visitHandler(clock), ...prospectHandlers(clock)];
}

/** Publishes prospects: also part of the base refresh. */
export function prospectPublisher(clock: Clock): ProspectPublisher {
  return createProspectPublisher({
    clock,
    readOfflineMonths: (q) => readSetting(q, 'prospect.offlineMonths'),
  });
}

function visitHandler(clock: Clock): OperationHandler {
  const publisher = createClientPublisher({ clock });
  return createVisitHandler({
    readBounds: readVisitBounds,
    reachOf: (tx, viewer, { client, notedAt }, now) => {
      return reachOf(
        tx,
        viewer,
        { collection: 'client', id: client.cClient, scopes: scopesOfClient(client), notedAt },
        now,
      );
    },
    clientDocuments: (tx, cClient) => publisher.documents(tx, cClient),
  });
}

function prospectHandlers(clock: Clock): OperationHandler[] {
  return createProspectHandlers({
    access: createProspectAccess({ reachOf }),
    publisher: prospectPublisher(clock),
    readBounds: readVisitBounds,
  });
}

async function readVisitBounds(q: Queryable) {
  const stored = await settingRepository(q).findMany(['visit.maxAgeDays', 'visit.form']);
  return {
    maxAgeDays: settingValue('visit.maxAgeDays', stored.get('visit.maxAgeDays')),
    form: settingValue('visit.form', stored.get('visit.form')),
  };
}

async function readSetting<Name extends SettingName>(q: Queryable, name: Name): Promise<SettingValue<Name>> {
  return settingValue(name, await settingRepository(q).find(name));
}
