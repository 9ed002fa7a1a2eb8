import { refusal } from '@tournee/graphql';
import { anOperation } from '../../../local-db/testing/documents.ts';
import { isAtFault, payloadFault, payloadFields, withValues } from './payload-fields.ts';

const CHANGE = anOperation({
  code: 'MP',
  payload: { changes: { nomClient: { from: 'A', to: 'B' }, nbJour1: { from: null, to: 30 } } },
  reason: refusal('TOO_LONG', 'Trop long.', 'nomClient'),
});

describe('payloadFields', () => {
  it('shows the fields of a change, and which one is at fault', () => {
    const fields = payloadFields(CHANGE);
    expect(fields.map(({ path, label, value }) => [path, label, value])).toEqual([
      ['changes.nomClient.to', 'Nom', 'B'],
      ['changes.nbJour1.to', 'Nombre de jours', '30'],
    ]);
    expect(fields.map((field) => isAtFault(field, CHANGE.reason))).toEqual([true, false]);
  });

  it('shows of a card what was filled in, and the field at fault even when it is empty', () => {
    const creation = anOperation({
      code: 'CP',
      payload: { nomClient: 'Ferme', tel1: '03' },
      reason: refusal('X', 'Obligatoire.', 'depFac'),
    });
    expect(payloadFields(creation).map(({ path }) => path)).toEqual(['nomClient', 'depFac', 'tel1']);
  });

  it('shows the counts of a fleet, and none of a deletion', () => {
    const fleet = anOperation({
      code: 'PA',
      payload: { counts: [{ type: 'tracteur', count: 3 }] },
      reason: refusal('FLEET_TYPE_UNKNOWN', 'Inconnu.', 'counts.0.type'),
    });
    const [field] = payloadFields(fleet);
    expect(field).toMatchObject({ label: 'tracteur', value: '3' });
    expect(field && isAtFault(field, fleet.reason)).toBe(true);
    expect(payloadFields(anOperation({ code: 'SP', payload: {} }))).toEqual([]);
  });
});

describe('withValues', () => {
  it('puts what was typed where it belongs, and leaves the rest', () => {
    const fields = payloadFields(CHANGE).map((field) => ({ ...field, value: field.isNumber ? ' 45 ' : '' }));
    expect(withValues(CHANGE.payload, fields)).toEqual({
      changes: { nomClient: { from: 'A', to: null }, nbJour1: { from: null, to: 45 } },
    });
  });
});

describe('payloadFault', () => {
  it('says which field has the wrong shape', () => {
    const fields = payloadFields(CHANGE).map((field) => ({
      ...field,
      value: field.isNumber ? 'trente' : 'B',
    }));
    const fault = payloadFault('MP', withValues(CHANGE.payload, fields));
    expect(fault).toMatchObject({ field: 'changes.nbJour1.to' });
    expect(payloadFault('MP', CHANGE.payload)).toBeNull();
    expect(payloadFault('VC', {})).toBeNull();
  });
});
