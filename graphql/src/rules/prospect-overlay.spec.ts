import fc from 'fast-check';
import type { Operation, Prospect, Visit } from '../generated/schema.ts';
import { cardOf, type FieldValue } from './card-fields.ts';
import { mergeChanges } from './merge.ts';
import { supersededNames } from './operation.ts';
import { overlayProspect, overlayProspects, overlayProspectVisits } from './prospect-overlay.ts';
import { visitOperation } from './testing/builders.ts';

const ID = 'CP_GA00_20261124T090000000_aaaaaaaa';
const T1 = '2026-11-24T10:00:00.000Z';
const T2 = '2026-11-24T11:00:00.000Z';

const prospect = (more: Partial<Prospect> = {}): Prospect => ({
  ...cardOf({ nomClient: 'FERME', villeFac: 'LILLE' }),
  id: ID,
  cUser: 'GA00',
  ownerCUser: 'GA00',
  createdAt: T1,
  updatedAt: T1,
  lastMovementAt: T1,
  deleted: false,
  ...more,
});

let counter = 0;
const operation = (code: string, payload: unknown, more: Partial<Operation> = {}): Operation => {
  counter += 1;
  const id = `${code}_GA00_20261124T101500123_${String(counter).padStart(8, '0')}`;
  return visitOperation({ id, code, entityType: 'prospect', entityId: ID, payload, ...more });
};
const change = (field: string, from: FieldValue, to: FieldValue, more: Partial<Operation> = {}): Operation =>
  operation('MP', { changes: { [field]: { from, to } } }, more);

describe('overlayProspect', () => {
  it('shows what was changed here and not sent yet, and that it waits', () => {
    const view = overlayProspect(prospect(), [change('villeFac', 'LILLE', 'ROUBAIX')]);
    expect(view).toMatchObject({
      villeFac: 'ROUBAIX',
      nomClient: 'FERME',
      isPending: true,
      isDeletionPending: false,
    });
  });

  it('lays changes over in the order in which they were said', () => {
    const first = change('villeFac', 'LILLE', 'ROUBAIX', { createdAt: T1 });
    const second = change('villeFac', 'ROUBAIX', 'LENS', { createdAt: T2 });
    expect(overlayProspect(prospect(), [second, first])?.villeFac).toBe('LENS');
  });

  it('shows an integrated change until the document that holds it comes', () => {
    const done = change('villeFac', 'LILLE', 'ROUBAIX', { status: 'integrated', integratedAt: T2 });
    expect(overlayProspect(prospect(), [done])).toMatchObject({ villeFac: 'ROUBAIX', isPending: false });
    expect(overlayProspect(prospect({ villeFac: 'LENS', updatedAt: T2 }), [done])?.villeFac).toBe('LENS');
  });

  it('goes on showing what the hub keeps for an administrator, as not done yet', () => {
    const change = operation('MP', { changes: { villeFac: { from: 'LILLE', to: 'DOUAI' } } });
    expect(overlayProspect(prospect(), [{ ...change, status: 'failed' }])).toMatchObject({
      villeFac: 'DOUAI',
      isPending: true,
    });
  });

  it('does not show what was refused', () => {
    expect(
      overlayProspect(prospect(), [change('villeFac', 'LILLE', 'X', { status: 'rejected' })])?.villeFac,
    ).toBe('LILLE');
  });

  it('shows a conflict with both values until another operation settles it', () => {
    const conflict = { field: 'villeFac', mine: 'ROUBAIX', theirs: 'LENS' };
    const met = change('villeFac', 'LILLE', 'ROUBAIX', {
      status: 'conflict',
      integratedAt: T2,
      conflicts: [conflict],
    });
    const pulled = prospect({ villeFac: 'LENS' });
    expect(overlayProspect(pulled, [met])).toMatchObject({
      villeFac: 'LENS',
      conflicts: [{ ...conflict, operation: met.id }],
    });
    const settling = change('villeFac', 'LENS', 'ROUBAIX', { cites: met.id });
    expect(overlayProspect(pulled, [met, settling])).toMatchObject({ villeFac: 'ROUBAIX', conflicts: [] });
    expect(overlayProspect(pulled, [met, { ...settling, status: 'rejected' }])?.conflicts).toHaveLength(1);
  });

  it('shows a prospect that was created here, with what followed', () => {
    const creation = operation('CP', { nomClient: 'FERME' }, { id: ID });
    const view = overlayProspect(null, [creation, change('villeFac', null, 'LILLE')]);
    expect(view).toMatchObject({
      id: ID,
      nomClient: 'FERME',
      villeFac: 'LILLE',
      cUser: 'GA00',
      isPending: true,
    });
    expect(overlayProspect(null, [{ ...creation, status: 'rejected' }])).toBeNull();
    const done = { ...creation, status: 'integrated' as const, integratedAt: T1 };
    expect(overlayProspect(null, [done], '2026-11-24T09:59:00.000Z')?.nomClient).toBe('FERME');
    // Pulled since, and it did not come: it is somebody else's.
    expect([overlayProspect(null, [done], T2), overlayProspect(null, [done])]).toEqual([null, null]);
    expect(overlayProspect(null, [change('villeFac', null, 'LILLE')])).toBeNull();
  });

  it('says that a deletion waits', () => {
    expect(overlayProspect(prospect(), [operation('SP', {})])?.isDeletionPending).toBe(true);
  });

  it('leaves out what it cannot read rather than fail', () => {
    expect(
      overlayProspect(prospect(), [operation('MP', null), operation('MP', { changes: 1 })])?.villeFac,
    ).toBe('LILLE');
  });

  it('shows what the hub will make of it, when nobody else changes the same field meanwhile', () => {
    const value = fc.constantFrom<string | null>('A', 'B', null);
    const step = fc.record({ field: fc.constantFrom('villeFac', 'adr1Fac', 'cAttention'), to: value });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        let seen = prospect();
        const operations: Operation[] = [];
        for (const [index, { field, to }] of steps.entries()) {
          const createdAt = new Date(Date.parse(T2) + index).toISOString();
          operations.push(change(field, seen[field as 'villeFac'], to, { createdAt }));
          seen = overlayProspect(prospect(), operations)!;
        }
        const hub = operations.reduce<Record<string, FieldValue>>(
          (card, { payload }) => {
            const merge = mergeChanges(card, (payload as { changes: object }).changes as never);
            expect(merge.conflicts).toEqual([]);
            return Object.assign({}, card, merge.applied);
          },
          cardOf(prospect()) as unknown as Record<string, FieldValue>,
        );
        expect(cardOf(seen)).toEqual(hub);
      }),
    );
  });
});

describe('overlayProspects', () => {
  it('is the pulled ones, and those created here', () => {
    const creation = operation(
      'CP',
      { nomClient: 'NEUF' },
      { id: 'CP_GA00_20261124T090000000_bbbbbbbb', entityId: 'CP_GA00_20261124T090000000_bbbbbbbb' },
    );
    expect(
      overlayProspects([prospect()], [creation, visitOperation()]).map(({ nomClient }) => nomClient),
    ).toEqual(['FERME', 'NEUF']);
    expect(overlayProspects([prospect({ id: creation.id })], [creation])).toHaveLength(1);
  });
});

describe('overlayProspectVisits', () => {
  it('lays visits of this device over the pulled ones, newest first, each once', () => {
    const pulled: Visit = {
      id: 'VP_GA00_20261120T101500123_aaaaaaaa',
      cUser: 'GA00',
      cClient: null,
      prospectId: ID,
      date: '2026-11-20',
      heure: '10:00',
      commentaire: null,
      answers: null,
      deleted: false,
    };
    const payload = { date: '2026-11-24', heure: '11:15', commentaire: ' Vu ', answers: null };
    const own = operation('VP', payload);
    const known = operation('VP', payload, { id: pulled.id });
    expect(overlayProspectVisits([pulled], [known, own])).toEqual([
      {
        ...payload,
        commentaire: 'Vu',
        id: own.id,
        cUser: 'GA00',
        cClient: null,
        prospectId: ID,
        deleted: false,
        state: 'pending',
      },
      { ...pulled, state: null },
    ]);
  });
});

describe('supersededNames', () => {
  it('is what a later operation cites, unless that one was refused', () => {
    expect(
      supersededNames([
        change('a', null, null, { cites: 'x' }),
        change('a', null, null, { cites: 'y', status: 'rejected' }),
      ]),
    ).toEqual(new Set(['x']));
  });
});
