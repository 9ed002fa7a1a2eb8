import { sql } from 'drizzle-orm';
import type { Database } from '../engines/database.ts';
import { clientRepository } from '../repositories/client.repository.ts';
import { clientCa } from '../schema/client-ca.table.ts';
import { clientRelation } from '../schema/client-relation.table.ts';
import { liste } from '../schema/liste.table.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { importExtract, type ImportOptions } from './import-extract.ts';
import type { BadLine, FileReport, ImportReport } from './import-report.ts';
import { type ExtractFolder, makeExtractFolder } from './testing/extract-folder.ts';

const NOW = new Date('2026-11-24T09:00:00Z');
const RELATION_HEADER =
  'num_relation;origine_relation;date_relation;heure_relation;type_entite;c_entite;c_user;type_relation;objet;commentaire;num_relation_sujet;c_archive';

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
  return importExtract(database, folder.path, { now: NOW, hashPassword, ...options });
}

const fileReport = (report: ImportReport, file: string): Partial<FileReport> | undefined =>
  report.files.find((one) => one.file === file);

describe('importExtract', () => {
  it('loads what winpneu holds as it is', async () => {
    await folder.write(
      'client.csv',
      'c_client;nom_client;c_rep;tel_1;date_creation_ste;nb_jour_1',
      '000107                        ;EARL DU MARAIS                     ;MA02;03 12 p12;1900-01-01;',
      '000114;"""LE"" GARAGE; SUITE                 ";ZZ99;;2008-06-27;30',
      '000121;;;;;',
    );
    await folder.write(
      'client_relation.csv',
      RELATION_HEADER,
      '1;CRV;2099-01-01 00:00:00;25:99;C;000107                        ;????;S;Visite;"ligne 1',
      'ligne 2 ; ""citée"" 🛞";0;o',
      '7;TEL;1900-01-01 00:00:00;     ;F;INCONNU;MI01;S;;;0;',
    );
    await folder.write('client_ca.csv', 'c_client;annee;mois;ca_ht', '000107;2026;11;-17.99');
    await folder.write(
      'liste.csv',
      'liste;code;libelle;parent',
      'c_sfam_client;CULT;Exploitation agricole;AGRI',
    );

    const report = await load();

    expect(report.badLines).toEqual([]);
    expect(await clientRepository(database.db).page('', 10)).toMatchObject([
      {
        cClient: '000107',
        nomClient: 'EARL DU MARAIS',
        cRep: 'MA02',
        tel1: '03 12 p12',
        dateCreationSte: new Date('1900-01-01T00:00:00Z'),
        nbJour1: null,
      },
      { cClient: '000114', nomClient: '"LE" GARAGE; SUITE', nbJour1: 30, fax: null },
      { cClient: '000121', nomClient: null },
    ]);
    expect(await database.db.select().from(clientRelation).orderBy(clientRelation.numRelation)).toMatchObject(
      [
        {
          numRelation: 1,
          heureRelation: '25:99',
          cEntite: '000107',
          cUser: '????',
          commentaire: 'ligne 1\r\nligne 2 ; "citée" 🛞',
          cArchive: 'o',
          dateRelation: new Date('2099-01-01T00:00:00Z'),
        },
        { numRelation: 7, heureRelation: '', typeEntite: 'F', objet: null, cArchive: null },
      ],
    );
    expect(await database.db.select().from(clientCa)).toEqual([
      { cClient: '000107', annee: 2026, mois: 11, caHt: -17.99 },
    ]);
    expect(await database.db.select().from(liste)).toHaveLength(1);
  });

  it('reports each bad line with file, line, column and reason, and loads the others', async () => {
    await folder.write(
      'client_relation.csv',
      RELATION_HEADER,
      '1;CRV;2026-11-24 00:00:00;10:15;C;000100;GA00;S;Visite;"deux',
      'lignes";0;N',
      '2;CRV;24/11/2026;10:15:30;C;000100;GA00;S;Visite;;0;N',
      '3;CRV;2026-11-24;10:15;C;000100;GA00;S;Visite;;0',
      '4;"CRV"X;2026-11-24;10:15;C;000100;GA00;S;Visite;;0;N',
      '1;CRV;2026-11-24;10:15;C;000107;GA00;S;Visite;;0;N',
      ';CRV;2026-11-24;10:15;C;000107;GA00;S;Visite;;0;N',
      '5;CRV;2026-11-24;10:15;C;000107;GA00;S;Visite;;0;N',
    );
    const told: BadLine[] = [];
    const report = await load({ onBadLine: (bad) => told.push(bad) });

    const file = 'client_relation.csv';
    expect(report.badLines).toEqual([
      {
        file,
        line: 4,
        column: 'date_relation',
        reason: 'is not a date (yyyy-mm-dd, or yyyy-mm-dd hh:mm:ss)',
      },
      { file, line: 4, column: 'heure_relation', reason: 'has 8 characters, the column holds 5' },
      { file, line: 5, column: null, reason: 'has 11 fields, the header 12' },
      { file, line: 6, column: null, reason: 'a quote is closed in the middle of a field' },
      { file, line: 7, column: 'num_relation', reason: 'repeats the key of line 2' },
      { file, line: 8, column: 'num_relation', reason: 'is empty' },
    ]);
    expect(told).toEqual(report.badLines);
    expect(fileReport(report, file)).toMatchObject({ status: 'loaded', lines: 7, inserted: 2, badLines: 5 });
    const rows = await database.db.select({ num: clientRelation.numRelation }).from(clientRelation);
    expect(rows.map(({ num }) => num).sort()).toEqual([1, 5]);
  });

  it('says which files are missing, and refuses one with an unknown, a repeated or a missing column', async () => {
    await folder.write('client.csv', 'c_client;nom;nom', '1;A;B');
    await folder.write('liste.csv', 'liste;libelle', 'c_rep;GA00');
    await folder.write('client_ca.csv');
    const report = await load();

    expect(report.files.map(({ file, status }) => `${file} ${status}`)).toEqual([
      'liste.csv refused',
      'client.csv refused',
      'client_ca.csv refused',
      'client_relation.csv missing',
      'utilisateur.csv missing',
    ]);
    expect(report.badLines).toEqual([
      { file: 'liste.csv', line: 1, column: 'code', reason: 'is missing in the header' },
      { file: 'client.csv', line: 1, column: 'nom', reason: 'is no column of this file' },
      { file: 'client.csv', line: 1, column: 'nom', reason: 'is no column of this file' },
      { file: 'client.csv', line: 1, column: 'nom', reason: 'stands twice in the header' },
      {
        file: 'client_ca.csv',
        line: 1,
        column: null,
        reason: 'the file is empty: its first line must name the columns',
      },
    ]);
  });

  it('writes nothing when it runs again, changes what changed, and keeps what the extract does not have', async () => {
    const first = '1;CRV;2026-11-20;10:15;C;000100                        ;GA00;S;Visite;;0;N';
    await folder.write('client.csv', 'c_client;nom_client;c_rep', '000100;ANCIEN;GA00', '000107;MARAIS;GA00');
    await folder.write('client_relation.csv', RELATION_HEADER, first);
    await load();
    expect(fileReport(await load(), 'client_relation.csv')).toMatchObject({
      inserted: 0,
      updated: 0,
      unchanged: 1,
    });

    await folder.write('client.csv', 'c_client;nom_client', '000100   ;NOUVEAU');
    await folder.write('client_relation.csv', RELATION_HEADER, first, first.replace(/^1/, '2'));
    const report = await load();

    expect(fileReport(report, 'client.csv')).toMatchObject({ inserted: 0, updated: 1, unchanged: 0 });
    expect(fileReport(report, 'client_relation.csv')).toMatchObject({
      inserted: 1,
      updated: 0,
      unchanged: 1,
    });
    expect(await clientRepository(database.db).page('', 10)).toMatchObject([
      { cClient: '000100', nomClient: 'NOUVEAU', cRep: 'GA00' },
      { cClient: '000107', nomClient: 'MARAIS' },
    ]);
    expect(await database.db.select().from(clientRelation)).toHaveLength(2);
  });

  it('numbers the relations that follow after those of the extract', async () => {
    await folder.write('client_relation.csv', RELATION_HEADER, '41;CRV;;;C;000100;GA00;S;;;0;N');
    await load();
    const [row] = await database.db
      .insert(clientRelation)
      .output({ num: clientRelation.numRelation })
      .values({ cEntite: '000100' });
    expect(row).toEqual({ num: 42 });
  });

  it('loads a file that is larger than a batch, and tells how far it is', async () => {
    const rows = Array.from({ length: 4500 }, (_, index) => `${String(index + 1)};CRV;;;C;1;GA00;S;;;0;N`);
    await folder.write('client_relation.csv', RELATION_HEADER, ...rows);
    const progress: number[] = [];
    const report = await load({ onProgress: ({ lines }) => progress.push(lines) });
    expect(fileReport(report, 'client_relation.csv')).toMatchObject({ inserted: 4500 });
    expect(progress).toEqual([2000, 4000, 4500]);
  });

  it('finds the row that only the database knows to be wrong, and loads the others', async () => {
    await database.changeSchema((tx) =>
      tx.execute(sql`create unique index [one_siret] on [dbo].[client] ([contact_divers_2])`),
    );
    const rows = Array.from(
      { length: 9 },
      (_, index) => `${String(index)};${index === 6 ? 'S2' : `S${String(index)}`}`,
    );
    await folder.write('client.csv', 'c_client;contact_divers_2', ...rows);
    const report = await load();
    expect(report.badLines).toEqual([
      { file: 'client.csv', line: 8, column: null, reason: 'the database refuses it (error 2601)' },
    ]);
    expect(fileReport(report, 'client.csv')).toMatchObject({ inserted: 8, badLines: 1 });
  });

  it('leaves winpneu’s tables alone when asked to', async () => {
    await folder.write('client.csv', 'c_client;nom_client', '000100;NOUVEAU');
    const report = await load({ usersOnly: true });
    expect(fileReport(report, 'client.csv')).toMatchObject({ status: 'skipped', inserted: 0 });
    expect(await clientRepository(database.db).page('', 10)).toEqual([]);
  });
});
