import { eq } from 'drizzle-orm';
import type { Database } from '../engines/database.ts';
import { appUserRepository } from '../repositories/app-user.repository.ts';
import { syncDocRepository } from '../repositories/sync-doc.repository.ts';
import { appUser } from '../schema/app-user.table.ts';
import { clientRelation } from '../schema/client-relation.table.ts';
import { operation } from '../schema/operation.table.ts';
import { visit } from '../schema/visit.table.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { importExtract, type ImportOptions } from './import-extract.ts';
import type { ImportReport } from './import-report.ts';
import { type ExtractFolder, makeExtractFolder } from './testing/extract-folder.ts';

const NOW = new Date('2026-11-24T09:00:00.000Z');
const HEADER = 'user_windows;c_user;mail;nom_affiche;role;c_rep';
const REP = 'igarnier;GA00;rep0@pneus.example;Isabelle Garnier;commercial;GA00';

let test: TestDatabase;
let database: Database;
let folder: ExtractFolder;

beforeEach(async () => {
  test = await openTestDatabase();
  database = test.database;
  folder = await makeExtractFolder();
});
afterEach(async () => {
  await test.remove();
  await folder.remove();
});

function load(options: Partial<ImportOptions> = {}): Promise<ImportReport> {
  const hashPassword = (plain: string): Promise<string> => Promise.resolve(`hash of ${plain}`);
  return importExtract(database, folder.path, { now: NOW, hashPassword, password: 'premier', ...options });
}

const users = () => appUserRepository(database.db).list();

describe('importExtract, user table', () => {
  it('adds users by role, who must change the password, and brings their scopes into use', async () => {
    await folder.write(
      'utilisateur.csv',
      `${HEADER};scope_kind;c_agence`,
      `${REP},mi01;;`,
      'direction;dir;direction@pneus.example;Direction commerciale;admin;;;',
      'compta;CPT;compta@pneus.example;Comptabilité clients;comptable;;;',
      'chef;CHF;chef@pneus.example;Chef d’agence;commercial;;agence;a01',
    );
    expect((await load()).badLines).toEqual([]);

    const common = {
      passwordHash: 'hash of premier',
      mustChangePassword: true,
      isActive: true,
      createdAt: NOW,
    };
    expect(await users()).toMatchObject([
      { userWindows: 'chef', cUser: 'CHF', scopeKind: 'agence', cAgence: 'A01', cReps: [], ...common },
      { userWindows: 'compta', role: 'comptable', cReps: [], ...common },
      { userWindows: 'direction', cUser: 'DIR', role: 'admin', scopeKind: 'tous', cReps: [], ...common },
      { userWindows: 'igarnier', role: 'commercial', scopeKind: 'rep', cReps: ['GA00', 'MI01'], ...common },
    ]);
    expect(await syncDocRepository(database.db).scopesInUse()).toEqual(
      ['admin', 'agence:A01', 'all', 'rep:GA00', 'rep:MI01', 'user:1', 'user:2', 'user:3', 'user:4'].sort(),
    );
  });

  it('keeps the password of a user who is there, whatever the case of his name', async () => {
    await folder.write('utilisateur.csv', HEADER, REP);
    await load();
    await database.db
      .update(appUser)
      .set({ passwordHash: 'his own', mustChangePassword: false, isActive: false });
    expect(await load({ password: 'autre' })).toMatchObject({
      files: expect.arrayContaining([{ ...LOADED, unchanged: 1 }]) as unknown,
    });

    await folder.write(
      'utilisateur.csv',
      HEADER,
      REP.replace('igarnier', 'IGarnier').replace(/GA00$/, 'GA00 BO03'),
    );
    const report = await load({ password: undefined });

    expect(report.files).toContainEqual({ ...LOADED, updated: 1 });
    expect(await users()).toMatchObject([
      {
        userWindows: 'igarnier',
        passwordHash: 'his own',
        mustChangePassword: false,
        isActive: false,
        cReps: ['BO03', 'GA00'],
      },
    ]);
    expect(await syncDocRepository(database.db).scopesInUse()).toContain('rep:BO03');
  });

  it('reports users that make no sense, and new ones without a password', async () => {
    await folder.write(
      'utilisateur.csv',
      HEADER,
      'a;GA00;;Un;patron;',
      'b;GA-0;;Deux;commercial;GA00',
      'c;GA01;;Trois;commercial;',
      'd;GA02;;Quatre;commercial;GA00000',
      'e;GA03;;Cinq;commercial;GA03',
    );
    const report = await load({ password: undefined });
    expect(report.badLines.map(({ line, column }) => [line, column])).toEqual([
      [2, 'role'],
      [3, 'c_user'],
      [4, 'c_rep'],
      [5, 'c_rep'],
      [6, 'user_windows'],
    ]);
    expect(await users()).toEqual([]);
  });

  it('does not overwrite a visit that was noted in this CRM', async () => {
    await folder.write('utilisateur.csv', HEADER, REP);
    await load();
    const [relation] = await database.db
      .insert(clientRelation)
      .output({ num: clientRelation.numRelation })
      .values({ cEntite: '000100', commentaire: 'ce que le rep a saisi' });
    await noteVisit(relation?.num ?? 0);
    await folder.write(
      'client_relation.csv',
      'num_relation;commentaire',
      `${String(relation?.num)};autre chose`,
    );

    const report = await load();

    expect(report.badLines).toEqual([
      {
        file: 'client_relation.csv',
        line: 2,
        column: 'num_relation',
        reason: 'is a visit that was noted in this CRM: it is kept',
      },
    ]);
    const rows = await database.db
      .select({ commentaire: clientRelation.commentaire })
      .from(clientRelation)
      .where(eq(clientRelation.numRelation, relation?.num ?? 0));
    expect(rows).toEqual([{ commentaire: 'ce que le rep a saisi' }]);
  });
});

const LOADED = {
  file: 'utilisateur.csv',
  status: 'loaded',
  lines: 1,
  inserted: 0,
  updated: 0,
  unchanged: 0,
  badLines: 0,
};

async function noteVisit(numRelation: number): Promise<void> {
  const name = 'VC_GA00_20261124T101500123_7f3a9c2k';
  const by = { userId: 1, cUser: 'GA00', createdAt: NOW };
  await database.db.insert(operation).values({
    ...by,
    name,
    code: 'VC',
    entityType: 'client',
    entityId: '000100',
    payload: '{}',
    status: 'integrated',
    receivedAt: NOW,
  });
  await database.db.insert(visit).values({
    ...by,
    operation: name,
    cClient: '000100',
    dateVisite: '2026-11-24',
    heureVisite: '10:15',
    numRelation,
  });
}
