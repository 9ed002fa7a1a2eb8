import {
  type Client,
  type ClientHistory,
  type ClientRelation,
  type CollectionName,
  COLLECTIONS,
  type Operation,
  type Prospect,
  type Reference,
  type Setting,
  type Visit,
} from '@tournee/graphql';
import type { DocumentOf, DocumentTypes } from '../stored.ts';

/** A document as the hub sends it: every field of its type, null where nothing is given. */
function whole<Name extends CollectionName>(name: Name, given: Partial<DocumentOf<Name>>): DocumentOf<Name> {
  const values = given as Record<string, unknown>;
  const fields = COLLECTIONS[name].fields.map((field) => [field, values[field] ?? null]);
  return { ...(Object.fromEntries(fields) as DocumentOf<Name>), deleted: values['deleted'] === true };
}

export function aClient(change: Partial<Client> = {}): Client {
  return whole('client', {
    id: 'C00001',
    cFamClient: 'AGRI',
    nomClient: 'Garage de l’Étoile',
    adr1Fac: '1 rue du Bac',
    depFac: '59',
    burDisFac: '000',
    villeFac: 'LILLE',
    cAgence: 'A01',
    cRep: 'GA00',
    cPays: 'F',
    tel1: '03.20.12.34.56',
    cModRgl1: 'LD',
    nbJour1: 30,
    dateCreationSte: '1998-05-01',
    ca: { annee: 2026, cumul: 1200.5, cumulN1: 0, totalN1: 900, mois: months(100), moisN1: months(75) },
    ...change,
  });
}

export function aRelation(change: Partial<ClientRelation> = {}): ClientRelation {
  return {
    num: 1,
    origine: 'CRV',
    date: '2026-11-02',
    heure: '10:15',
    cUser: 'GA00',
    auteur: 'Gaëlle Aubry',
    objet: 'Visite du 02/11/2026',
    commentaire: null,
    operation: null,
    answers: null,
    ...change,
  };
}

export function aHistory(change: Partial<ClientHistory> = {}): ClientHistory {
  return { id: 'C00001', relations: [aRelation()], deleted: false, ...change };
}

export function anOperation(change: Partial<Operation> = {}): Operation {
  return whole('operation', {
    id: 'VC_GA00_20261124T101500123_7f3a9c2k',
    code: 'VC',
    cUser: 'GA00',
    entityType: 'client',
    entityId: 'C00001',
    createdAt: '2026-11-24T10:15:00.123Z',
    payload: { date: '2026-11-24', heure: '11:15', commentaire: '', answers: null },
    status: 'pending',
    ...change,
  });
}

export function aProspect(change: Partial<Prospect> = {}): Prospect {
  const createdAt = '2026-11-02T09:00:00.000Z';
  return whole('prospect', {
    id: 'CP_GA00_20261102T090000000_7f3a9c2k',
    nomClient: 'Ferme du Moulin',
    villeFac: 'LILLE',
    cUser: 'GA00',
    ownerCUser: 'GA00',
    createdAt,
    updatedAt: createdAt,
    lastMovementAt: createdAt,
    ...change,
  });
}

/** One whole document of each collection. */
export const WHOLE_DOCUMENTS: DocumentTypes = {
  client: aClient(),
  clientHistory: aHistory({
    relations: [aRelation({ answers: { contact: ['visite'] } }), aRelation({ num: 2 })],
  }),
  prospect: aProspect(),
  visit: {
    id: 'VC_GA00_20261124T101500123_7f3a9c2k',
    cUser: 'GA00',
    cClient: 'C00001',
    prospectId: null,
    date: '2026-11-24',
    heure: '11:15',
    commentaire: null,
    answers: { contact: ['visite'] },
    deleted: false,
  } satisfies Visit,
  reference: {
    id: 'c_rep:GA00',
    liste: 'c_rep',
    code: 'GA00',
    libelle: 'Gaëlle Aubry',
    parent: null,
    deleted: false,
  } satisfies Reference,
  setting: {
    id: 'visit.form',
    value: { groups: [{ key: 'a', label: null }] },
    deleted: false,
  } satisfies Setting,
  operation: anOperation({
    status: 'rejected',
    reason: { code: 'VISIT_TOO_OLD', message: 'Trop ancien.', field: null },
    integratedAt: null,
  }),
};

function months(value: number): number[] {
  return Array.from({ length: 12 }, () => value);
}
