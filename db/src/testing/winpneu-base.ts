import type { CollectionName } from '@tournee/graphql';
import { eq } from 'drizzle-orm';
import type { Database } from '../engines/database.ts';
import { appUserRepository } from '../repositories/app-user.repository.ts';
import { clientRelationRepository } from '../repositories/client-relation.repository.ts';
import { syncDocRepository } from '../repositories/sync-doc.repository.ts';
import { clientCa } from '../schema/client-ca.table.ts';
import { clientRelation, type ClientRelationRow } from '../schema/client-relation.table.ts';
import { client, type ClientRow } from '../schema/client.table.ts';
import { liste } from '../schema/liste.table.ts';
import { scopesOfUser } from '../scope.ts';

const SOME_DAY = new Date('2026-01-05T08:00:00.000Z');

type ClientFields = Partial<ClientRow>;
type RelationFields = Partial<Omit<ClientRelationRow, 'numRelation'>>;

export interface UserFields {
  readonly role?: string;
  readonly scopeKind?: string;
  readonly cAgence?: string;
  readonly nomAffiche?: string;
}

/** Writes rows of winpneu and of the user table, with defaults for what a test does not care about. */
export interface WinpneuBase {
  /** A rep whose code is his `c_user`, unless the fields say otherwise; his scopes come into use. Answers his id. */
  user(cUser: string, fields?: UserFields): Promise<number>;
  client(cClient: string, fields?: ClientFields): Promise<void>;
  changeClient(cClient: string, fields: ClientFields): Promise<void>;
  removeClient(cClient: string): Promise<void>;
  /** A visit by GA00, unless the fields say otherwise. Answers its number. */
  relation(cEntite: string, fields?: RelationFields): Promise<number>;
  changeRelation(numRelation: number, fields: RelationFields): Promise<void>;
  turnover(cClient: string, annee: number, mois: number, caHt: number): Promise<void>;
  listValue(list: string, code: string, libelle: string, parent?: string): Promise<void>;
  removeList(list: string): Promise<void>;
}

export function winpneuBase(database: Database): WinpneuBase {
  const { db } = database;
  return {
    user: (cUser, fields = {}) => addUser(database, cUser, fields),
    client: async (cClient, fields = {}) => {
      const defaults = { nomClient: `GARAGE ${cClient}`, cRep: 'GA00', cAgence: 'A01' };
      await db.insert(client).values({ ...defaults, ...fields, cClient });
    },
    changeClient: async (cClient, fields) => {
      await db.update(client).set(fields).where(eq(client.cClient, cClient));
    },
    removeClient: async (cClient) => {
      await db.delete(client).where(eq(client.cClient, cClient));
    },
    relation: (cEntite, fields = {}) => addRelation(database, cEntite, fields),
    changeRelation: async (numRelation, fields) => {
      await db.update(clientRelation).set(fields).where(eq(clientRelation.numRelation, numRelation));
    },
    turnover: async (cClient, annee, mois, caHt) => {
      await db.insert(clientCa).values({ cClient, annee, mois, caHt });
    },
    listValue: async (list, code, libelle, parent) => {
      await db.insert(liste).values({ liste: list, code, libelle, parent: parent ?? null });
    },
    removeList: async (list) => {
      await db.delete(liste).where(eq(liste.liste, list));
    },
  };
}

async function addUser(database: Database, cUser: string, fields: UserFields): Promise<number> {
  const { role = 'commercial', scopeKind = 'rep', cAgence = null, nomAffiche = cUser } = fields;
  const owner = { role, scopeKind, cAgence, cReps: role === 'commercial' ? [cUser] : [] };
  const account = { userWindows: cUser.toLowerCase(), mail: `${cUser}@pneus.example`, passwordHash: '' };
  return database.transaction(async (tx) => {
    const state = { mustChangePassword: false, isActive: true, createdAt: SOME_DAY, updatedAt: SOME_DAY };
    const id = await appUserRepository(tx).insert({ ...owner, ...account, ...state, cUser, nomAffiche });
    for (const scope of scopesOfUser({ ...owner, id })) await syncDocRepository(tx).useScope(scope, SOME_DAY);
    return id;
  });
}

function addRelation(database: Database, cEntite: string, fields: RelationFields): Promise<number> {
  return clientRelationRepository(database.db).insert({
    origineRelation: 'CRV',
    dateRelation: new Date('2026-11-20T00:00:00Z'),
    heureRelation: '10:15',
    typeEntite: 'C',
    cEntite,
    cUser: 'GA00',
    objet: 'Visite du 20/11/2026',
    cArchive: 'N',
    ...fields,
  });
}

/** All documents of a scope, by id; a tombstone is null. */
export async function readFeed(
  database: Database,
  scope: string,
  collection: CollectionName = 'client',
): Promise<Record<string, unknown>> {
  const everything = { scopes: [scope], afterSeq: 0, limit: 100_000 };
  const { rows } = await syncDocRepository(database.db).pull({ ...everything, collection });
  return Object.fromEntries(
    rows.map(({ id, deleted, body }) => [id, deleted ? null : (JSON.parse(body) as unknown)]),
  );
}
