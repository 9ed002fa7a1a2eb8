import type { ClientCaRow, ClientRow } from '@tournee/db';
import type { Client, ClientCa } from '@tournee/graphql';
import { baseMessages } from './base.messages.ts';
import { feedBody } from './feed-body.ts';

const TEXT_FIELDS = [
  'cFamClient',
  'cSfamClient',
  'cTitre',
  'adr1Fac',
  'adr2Fac',
  'adr3Fac',
  'depFac',
  'burDisFac',
  'villeFac',
  'cAgence',
  'cRep',
  'cPays',
  'tel1',
  'fax',
  'tel2',
  'contactDivers1',
  'contactDivers2',
  'contactDivers3',
  'contactDivers4',
  'cPer',
  'cRegpmtBl',
  'cRegpmtFac',
  'cReleve',
  'cAutorisBl',
  'cCatc',
  'cFraisFixe',
  'cRefOblig',
  'cModRgl1',
  'jour1',
  'cTypeFact',
  'cAttention',
  'cApe',
  'bic',
  'iban',
  'codepays',
  'codemonnaie',
  'typeEditionFac',
] as const satisfies readonly (keyof ClientRow & keyof Client)[];

type TextField = (typeof TEXT_FIELDS)[number];

const MONTHS = 12;

export interface ClientSources {
  readonly row: ClientRow;
  /** Months of this year and the year before, in any order. */
  readonly turnover: readonly ClientCaRow[];
  /** Day of the newest visit that is not in the future. */
  readonly lastVisit: Date | undefined;
  /** « Date de revoir », a day. */
  readonly followUp: string | undefined;
  /** « Type de parc » as JSON. */
  readonly fleet: string | undefined;
}

/**
 * Body of a client's document.
 * @param today day in France, `yyyy-mm-dd`
 */
export function clientBody(
  { row, turnover, lastVisit, followUp, fleet }: ClientSources,
  today: string,
): string {
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, textOrNull(row[field])])) as Record<
    TextField,
    string | null
  >;
  const document: Omit<Client, 'deleted'> = {
    ...texts,
    id: row.cClient,
    nomClient: textOrNull(row.nomClient) ?? baseMessages.withoutName,
    nbJour1: row.nbJour1,
    dateCreationSte: dayOrNull(row.dateCreationSte),
    ca: clientCa(turnover, today),
    lastVisit: dayOrNull(lastVisit),
    followUp: followUp ?? null,
    fleet: fleet === undefined ? null : (JSON.parse(fleet) as Client['fleet']),
  };
  return feedBody('client', document);
}

/** Blank is nothing: winpneu's `char` columns hardly ever hold a null. */
export function textOrNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** The day of a wall-clock date that is kept as if it were UTC. */
export function dayOrNull(date: Date | null | undefined): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}

function clientCa(turnover: readonly ClientCaRow[], today: string): ClientCa {
  const annee = Number(today.slice(0, 4));
  const monthsSoFar = Number(today.slice(5, 7));
  const mois = monthsOf(turnover, annee);
  const moisN1 = monthsOf(turnover, annee - 1);
  return {
    annee,
    cumul: total(mois.slice(0, monthsSoFar)),
    cumulN1: total(moisN1.slice(0, monthsSoFar)),
    totalN1: total(moisN1),
    mois,
    moisN1,
  };
}

function monthsOf(turnover: readonly ClientCaRow[], annee: number): number[] {
  const months = Array.from({ length: MONTHS }, () => 0);
  for (const row of turnover) {
    // A month that does not exist has no place; the refresh reports it.
    if (row.annee === annee && row.mois >= 1 && row.mois <= MONTHS) months[row.mois - 1] = row.caHt;
  }
  return months;
}

/** Sum in euros; cents are rounded, for binary fractions don't add up. */
function total(months: readonly number[]): number {
  return Math.round(months.reduce((sum, month) => sum + month, 0) * 100) / 100;
}
