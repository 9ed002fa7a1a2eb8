// Generated from schema/*.graphql by generate-collections.ts.

/** Collections that devices pull, with their pull query. */
export const COLLECTIONS = {
  client: {
    pullField: 'pullClients',
    typeName: 'Client',
    fields: ['id', 'cFamClient', 'cSfamClient', 'cTitre', 'nomClient', 'adr1Fac', 'adr2Fac', 'adr3Fac', 'depFac', 'burDisFac', 'villeFac', 'cAgence', 'cRep', 'cPays', 'tel1', 'fax', 'tel2', 'contactDivers1', 'contactDivers2', 'contactDivers3', 'contactDivers4', 'cPer', 'cRegpmtBl', 'cRegpmtFac', 'cReleve', 'cAutorisBl', 'cCatc', 'cFraisFixe', 'cRefOblig', 'cModRgl1', 'nbJour1', 'jour1', 'cTypeFact', 'cAttention', 'cApe', 'dateCreationSte', 'bic', 'iban', 'codepays', 'codemonnaie', 'typeEditionFac', 'ca', 'lastVisit', 'followUp', 'fleet', 'deleted'],
    query: 'query PullClients($checkpoint: CheckpointInput, $limit: Int!) { pullClients(checkpoint: $checkpoint, limit: $limit) { documents { id cFamClient cSfamClient cTitre nomClient adr1Fac adr2Fac adr3Fac depFac burDisFac villeFac cAgence cRep cPays tel1 fax tel2 contactDivers1 contactDivers2 contactDivers3 contactDivers4 cPer cRegpmtBl cRegpmtFac cReleve cAutorisBl cCatc cFraisFixe cRefOblig cModRgl1 nbJour1 jour1 cTypeFact cAttention cApe dateCreationSte bic iban codepays codemonnaie typeEditionFac ca { annee cumul cumulN1 totalN1 mois moisN1 } lastVisit followUp fleet { type count } deleted } checkpoint { seq epoch } hasMore } }',
  },
  clientHistory: {
    pullField: 'pullClientHistories',
    typeName: 'ClientHistory',
    fields: ['id', 'relations', 'deleted'],
    query: 'query PullClientHistories($checkpoint: CheckpointInput, $limit: Int!) { pullClientHistories(checkpoint: $checkpoint, limit: $limit) { documents { id relations { num origine date heure cUser auteur objet commentaire operation answers } deleted } checkpoint { seq epoch } hasMore } }',
  },
  prospect: {
    pullField: 'pullProspects',
    typeName: 'Prospect',
    fields: ['id', 'cFamClient', 'cSfamClient', 'cTitre', 'nomClient', 'adr1Fac', 'adr2Fac', 'adr3Fac', 'depFac', 'burDisFac', 'villeFac', 'cAgence', 'cRep', 'cPays', 'tel1', 'fax', 'tel2', 'contactDivers1', 'contactDivers2', 'contactDivers3', 'contactDivers4', 'cPer', 'cRegpmtBl', 'cRegpmtFac', 'cReleve', 'cAutorisBl', 'cCatc', 'cFraisFixe', 'cRefOblig', 'cModRgl1', 'nbJour1', 'jour1', 'cTypeFact', 'cAttention', 'cApe', 'dateCreationSte', 'bic', 'iban', 'codepays', 'codemonnaie', 'typeEditionFac', 'cUser', 'ownerCUser', 'createdAt', 'updatedAt', 'lastMovementAt', 'deleted'],
    query: 'query PullProspects($checkpoint: CheckpointInput, $limit: Int!) { pullProspects(checkpoint: $checkpoint, limit: $limit) { documents { id cFamClient cSfamClient cTitre nomClient adr1Fac adr2Fac adr3Fac depFac burDisFac villeFac cAgence cRep cPays tel1 fax tel2 contactDivers1 contactDivers2 contactDivers3 contactDivers4 cPer cRegpmtBl cRegpmtFac cReleve cAutorisBl cCatc cFraisFixe cRefOblig cModRgl1 nbJour1 jour1 cTypeFact cAttention cApe dateCreationSte bic iban codepays codemonnaie typeEditionFac cUser ownerCUser createdAt updatedAt lastMovementAt deleted } checkpoint { seq epoch } hasMore } }',
  },
  visit: {
    pullField: 'pullVisits',
    typeName: 'Visit',
    fields: ['id', 'cUser', 'cClient', 'prospectId', 'date', 'heure', 'commentaire', 'answers', 'deleted'],
    query: 'query PullVisits($checkpoint: CheckpointInput, $limit: Int!) { pullVisits(checkpoint: $checkpoint, limit: $limit) { documents { id cUser cClient prospectId date heure commentaire answers deleted } checkpoint { seq epoch } hasMore } }',
  },
  reference: {
    pullField: 'pullReferences',
    typeName: 'Reference',
    fields: ['id', 'liste', 'code', 'libelle', 'parent', 'deleted'],
    query: 'query PullReferences($checkpoint: CheckpointInput, $limit: Int!) { pullReferences(checkpoint: $checkpoint, limit: $limit) { documents { id liste code libelle parent deleted } checkpoint { seq epoch } hasMore } }',
  },
  setting: {
    pullField: 'pullSettings',
    typeName: 'Setting',
    fields: ['id', 'value', 'deleted'],
    query: 'query PullSettings($checkpoint: CheckpointInput, $limit: Int!) { pullSettings(checkpoint: $checkpoint, limit: $limit) { documents { id value deleted } checkpoint { seq epoch } hasMore } }',
  },
  operation: {
    pullField: 'pullOperations',
    typeName: 'Operation',
    fields: ['id', 'code', 'cUser', 'entityType', 'entityId', 'createdAt', 'payload', 'status', 'reason', 'integratedAt', 'cites', 'conflicts', 'notice', 'deleted'],
    query: 'query PullOperations($checkpoint: CheckpointInput, $limit: Int!) { pullOperations(checkpoint: $checkpoint, limit: $limit) { documents { id code cUser entityType entityId createdAt payload status reason { code message field } integratedAt cites conflicts { field mine theirs } notice deleted } checkpoint { seq epoch } hasMore } }',
  },
} as const;

export type CollectionName = keyof typeof COLLECTIONS;
