import type { OperationHandler } from '../../operation-handler.ts';
import { createProspectCreation } from './create-prospect.handler.ts';
import { createProspectDeletion } from './delete-prospect.handler.ts';
import { createProspectModification } from './modify-prospect.handler.ts';
import { createProspectVisit, type ProspectVisitDependencies } from './visit-prospect.handler.ts';

/** What is done with prospects: CP, MP, SP, VP. */
export function createProspectHandlers(dependencies: ProspectVisitDependencies): OperationHandler[] {
  return [
    createProspectCreation(dependencies),
    createProspectModification(dependencies),
    createProspectDeletion(dependencies),
    createProspectVisit(dependencies),
  ];
}
