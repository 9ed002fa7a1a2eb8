import { InjectionToken, type Type } from '@angular/core';
import type { Operation } from '@tournee/graphql';

/** Opens the form of a refused operation, with the field at fault marked; what comes out cites it. */
export interface OperationCorrector {
  /** @param name of the client or prospect, as shown */
  correct(operation: Operation, name: string): Promise<void>;
}

/** The form of some operations. A domain cannot open another's page: the app puts forms and « Envois » together. */
export interface OperationForm {
  codes: readonly string[];
  load: () => Promise<Type<OperationCorrector>>;
}

/** Forms of operations, by code; operations without one get a plain form of their fields. */
export const OPERATION_FORMS = new InjectionToken<readonly OperationForm[]>('OPERATION_FORMS');
