import type { CollectionName } from '@tournee/graphql';
import type { MigrationStrategies } from 'rxdb';
import { packedText } from '../packed-text.ts';

type Plain = Record<string, unknown>;
export type Migrations = Partial<Record<CollectionName, MigrationStrategies>>;

/**
 * How a document of the version before becomes one of a version, by collection. Fields that a pulled document gained
 * stay empty until it is pulled again, which a migration brings about by itself (see `former-base.ts`).
 */
export const MIGRATIONS: Migrations = {
  client: { 1: packedTurnover },
  clientHistory: { 1: packedRelations },
  prospect: { 1: asItIs },
  operation: { 1: asItIs },
};

function asItIs(document: Plain): Plain {
  return document;
}

/** The first bases kept as a tree what is a text since (see `PACKED`). */
function packedTurnover(document: Plain): Plain {
  return { ...document, ca: asText(document['ca']) };
}

/** A tree had no nulls; a text has them. */
const EMPTY_RELATION = {
  date: null,
  heure: null,
  cUser: null,
  auteur: null,
  commentaire: null,
  operation: null,
  answers: null,
};

function packedRelations(document: Plain): Plain {
  const { relations } = document;
  const whole = Array.isArray(relations)
    ? relations.map((relation: Plain) => ({ ...EMPTY_RELATION, ...relation }))
    : relations;
  return { ...document, relations: asText(whole) };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : packedText(value);
}
