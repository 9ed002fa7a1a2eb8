import { DEFAULT_VISIT_FORM, type VisitForm, visitForm } from '@tournee/graphql';
import {
  addChoice,
  addGroup,
  formKeys,
  formRows,
  keyOf,
  moveNode,
  pathInFault,
  removeNode,
  renameNode,
  setKind,
} from './visit-form-tree.ts';

const saved = formKeys(DEFAULT_VISIT_FORM);
const labels = (form: VisitForm) =>
  formRows(form).map(({ node, path }) => `${'·'.repeat(path.length - 1)}${node.label}`);
const at = (form: VisitForm, ...path: number[]) =>
  formRows(form).find((row) => row.path.join() === path.join())?.node;

describe('formRows', () => {
  it('lists parents before what they hold', () => {
    expect(labels(DEFAULT_VISIT_FORM).slice(-8)).toEqual([
      '·Remise de proposition',
      '··Proposition remise',
      '···Agraire',
      '···TP',
      '···GC',
      '···PL & PLP',
      '···Lubrifiant',
      '···Flotte entreprise',
    ]);
  });
});

describe('addGroup, addChoice', () => {
  it('adds under a choice, and the hub accepts it once it is named', () => {
    const added = addGroup(DEFAULT_VISIT_FORM, [0, 1]);
    expect(visitForm.safeParse(added).success).toBe(false);
    const named = renameNode(renameNode(added, [0, 1, 0], 'Motif', saved), [0, 1, 0, 0], 'Relance', saved);
    expect(visitForm.safeParse(named).success).toBe(true);
    expect(at(named, 0, 1, 0)).toMatchObject({ key: 'motif', label: 'Motif', kind: 'radio' });
  });

  it('gives each new choice a key of its own', () => {
    const form = addChoice(addChoice(DEFAULT_VISIT_FORM, [0]), [0]);
    expect(at(form, 0, 4)?.key).not.toBe(at(form, 0, 5)?.key);
  });
});

describe('renameNode', () => {
  it('keeps the key of what devices know', () => {
    expect(at(renameNode(DEFAULT_VISIT_FORM, [0, 1], 'Appel', saved), 0, 1)).toEqual({
      key: 'telephone',
      label: 'Appel',
    });
  });

  it('never takes a key that was saved, even of a choice that is gone', () => {
    const without = addChoice(removeNode(DEFAULT_VISIT_FORM, [0, 1]), [0]);
    expect(at(renameNode(without, [0, 3], 'Téléphone', saved), 0, 3)?.key).toBe('telephone-2');
  });
});

describe('moveNode, removeNode, setKind', () => {
  it('moves among siblings and stops at the ends', () => {
    const form = moveNode(DEFAULT_VISIT_FORM, [0, 0], 1);
    expect(labels(form).slice(1, 3)).toEqual(['·Téléphone', '·Visite']);
    expect(moveNode(form, [0, 0], -1)).toEqual(form);
  });

  it('leaves no empty list behind the last group of a choice', () => {
    expect(at(removeNode(DEFAULT_VISIT_FORM, [2, 3, 0]), 2, 3)).toEqual({
      key: 'proposition',
      label: 'Remise de proposition',
      countsAsQuote: true,
    });
  });

  it('changes how many answers a group takes', () => {
    expect(at(setKind(DEFAULT_VISIT_FORM, [0], 'checkbox'), 0)).toMatchObject({ kind: 'checkbox' });
  });
});

describe('keyOf', () => {
  it.each([
    ['Pneus GC & PL', 'pneus-gc-pl'],
    ['Été – 2e passage', 'ete-2e-passage'],
    ['4 saisons', 'saisons'],
    ['???', 'reponse'],
  ])('makes of %s the key %s', (label, key) => {
    expect(keyOf(label)).toBe(key);
  });
});

describe('pathInFault', () => {
  it('reads the positions', () => {
    expect(pathInFault('groups.0.choices.2.label')).toEqual([0, 2]);
    expect(pathInFault(null)).toEqual([]);
  });
});
