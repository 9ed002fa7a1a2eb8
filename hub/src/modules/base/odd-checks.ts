import type { ClientCaRow, ClientRow, RelationWithVisit } from '@tournee/db';
import { isHour } from '@tournee/graphql';
import type { BaseContext } from './base-context.ts';
import { dayOrNull, textOrNull } from './client-document.ts';
import type { OddRowCollector } from './odd-rows.ts';

const MONTHS = 12;
/** No relation and no company of this base is older; 1900 is what SQL Server makes of a blank date. */
const FIRST_DAY = '1901-01-01';
export function checkClient(row: ClientRow, context: BaseContext, odd: OddRowCollector): void {
  if (textOrNull(row.nomClient) === null) odd.note('clientWithoutName', row.cClient);
  if (textOrNull(row.cAgence) === null) odd.note('clientWithoutOffice', row.cClient);
  const cRep = textOrNull(row.cRep)?.toUpperCase();
  if (cRep === undefined || !context.repCodes.has(cRep)) odd.note('clientWithoutKnownRep', row.cClient);
  const created = dayOrNull(row.dateCreationSte);
  if (created !== null && isOddDay(created, context)) odd.note('clientOddDate', row.cClient);
}

export function checkTurnover(row: ClientCaRow, odd: OddRowCollector): void {
  if (row.mois < 1 || row.mois > MONTHS) odd.note('turnoverOddMonth', row.cClient);
}

export function checkRelation(relation: RelationWithVisit, context: BaseContext, odd: OddRowCollector): void {
  const key = String(relation.numRelation);
  const heure = textOrNull(relation.heureRelation);
  if (heure !== null && !isHour(heure)) odd.note('relationOddHour', key);
  const day = dayOrNull(relation.dateRelation);
  if (day === null || isOddDay(day, context)) odd.note('relationOddDate', key);
  const cUser = textOrNull(relation.cUser)?.toUpperCase();
  if (cUser === undefined || !context.authors.has(cUser)) odd.note('relationUnknownUser', key);
}

function isOddDay(day: string, { farthestDay }: BaseContext): boolean {
  return day < FIRST_DAY || day > farthestDay;
}
