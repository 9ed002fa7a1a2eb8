import fc from 'fast-check';
import type { FieldValue } from './card-fields.ts';
import { type FieldChange, isSameValue, mergeChanges, settleConflicts } from './merge.ts';

const value: fc.Arbitrary<FieldValue> = fc.constantFrom(null, '', ' ', 'a', ' a', 'b', 'c', 1, 2);
const fields = ['x', 'y', 'z'] as const;
type Field = (typeof fields)[number];
const card = fc.record({ x: value, y: value, z: value });
const changes = fc.record(
  {
    x: fc.record({ from: value, to: value }),
    y: fc.record({ from: value, to: value }),
    z: fc.record({ from: value, to: value }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<Record<Field, FieldChange>>>;

describe('mergeChanges', () => {
  it('applies a field that still is what the user saw', () => {
    expect(mergeChanges({ x: 'a' }, { x: { from: 'a', to: 'b' } })).toEqual({
      applied: { x: 'b' },
      conflicts: [],
    });
  });

  it('leaves alone what is already as wanted', () => {
    expect(mergeChanges({ x: 'b' }, { x: { from: 'a', to: 'b' } })).toEqual({ applied: {}, conflicts: [] });
  });

  it('keeps the server value when the field changed since, and applies the others', () => {
    const merge = mergeChanges(
      { x: 'c', y: null },
      { x: { from: 'a', to: 'b' }, y: { from: '', to: ' d ' } },
    );
    expect(merge).toEqual({ applied: { y: 'd' }, conflicts: [{ field: 'x', mine: 'b', theirs: 'c' }] });
  });

  it('takes blank for nothing, and a number for no text', () => {
    expect(mergeChanges({ x: ' a ' }, { x: { from: 'a', to: ' ' } }).applied).toEqual({ x: null });
    expect(mergeChanges({ x: 1 }, { x: { from: '1', to: 2 } }).conflicts).toHaveLength(1);
  });

  it('puts each changed field in one place: applied, in conflict, or as wanted already', () => {
    fc.assert(
      fc.property(card, changes, (current, wanted) => {
        const { applied, conflicts } = mergeChanges<Field>(current, wanted);
        for (const field of fields) {
          const change = wanted[field];
          const isApplied = Object.hasOwn(applied, field);
          const isConflict = conflicts.some((one) => one.field === field);
          if (change === undefined) {
            expect([isApplied, isConflict]).toEqual([false, false]);
          } else if (isSameValue(current[field], change.to)) {
            expect([isApplied, isConflict]).toEqual([false, false]);
          } else {
            expect([isApplied, isConflict]).toEqual(
              isSameValue(current[field], change.from) ? [true, false] : [false, true],
            );
          }
        }
      }),
    );
  });

  it('changes nothing when it is done again', () => {
    fc.assert(
      fc.property(card, changes, (current, wanted) => {
        const first = mergeChanges<Field>(current, wanted);
        const second = mergeChanges<Field>({ ...current, ...first.applied }, wanted);
        expect(second.applied).toEqual({});
        expect(second.conflicts).toEqual(first.conflicts);
      }),
    );
  });

  it('does not depend on the order of two users who change different fields', () => {
    fc.assert(
      fc.property(
        card,
        fc.record({ from: value, to: value }),
        fc.record({ from: value, to: value }),
        (current, a, b) => {
          const after = (...orders: Partial<Record<Field, FieldChange>>[]) =>
            orders.reduce<Partial<Record<Field, FieldValue>>>(
              (state, one) => ({ ...state, ...mergeChanges<Field>(state, one).applied }),
              current,
            );
          expect(after({ x: a }, { y: b })).toEqual(after({ y: b }, { x: a }));
        },
      ),
    );
  });
});

describe('settleConflicts', () => {
  it('makes the user’s values win where he wants them to, whatever they are', () => {
    fc.assert(
      fc.property(card, changes, fc.subarray([...fields]), (current, wanted, chosen) => {
        const first = mergeChanges<Field>(current, wanted);
        const state = { ...current, ...first.applied };
        const settling = settleConflicts(first.conflicts, (field) => chosen.includes(field as Field));
        const second = mergeChanges<string>(state, settling);
        expect(second.conflicts).toEqual([]);
        for (const { field, mine, theirs } of first.conflicts) {
          const isMine = chosen.includes(field as Field);
          expect(
            isSameValue(
              { ...state, ...second.applied }[field as Field],
              (isMine ? mine : theirs) as FieldValue,
            ),
          ).toBe(true);
        }
      }),
    );
  });

  it('reads what a device keeps, where nulls are absent', () => {
    expect(settleConflicts([{ field: 'x', mine: 'a' } as never], () => true)).toEqual({
      x: { from: null, to: 'a' },
    });
  });
});
