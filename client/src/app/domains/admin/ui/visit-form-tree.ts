import type { VisitForm, VisitFormChoice, VisitFormGroup } from '@tournee/graphql';

/** Where a group or a choice stands: positions, in turn of a group and of a choice in it. Odd length: a group. */
export type NodePath = readonly number[];

export interface FormRow {
  readonly path: NodePath;
  readonly node: VisitFormGroup | VisitFormChoice;
  /** Null for a choice. */
  readonly group: VisitFormGroup | null;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

type Node = VisitFormGroup | VisitFormChoice;

/** Groups and choices in the order of the screen, each parent before what it holds. */
export function formRows(form: VisitForm): FormRow[] {
  const walk = (nodes: readonly Node[], parent: NodePath): FormRow[] =>
    nodes.flatMap((node, index) => {
      const path = [...parent, index];
      const group = 'choices' in node ? node : null;
      const row = {
        path,
        node,
        group,
        isFirst: index === 0,
        isLast: index === nodes.length - 1,
      };
      return [row, ...walk(childrenOf(node), path)];
    });
  return walk(form.groups, []);
}

/** Keys of all groups and choices. Answers are kept by them: a key that is in use is never given to something else. */
export function formKeys(form: VisitForm): Set<string> {
  return new Set(formRows(form).map(({ node }) => node.key));
}

/** Adds a group with one choice, at the top (empty path) or under a choice. Labels are still to be typed. */
export function addGroup(form: VisitForm, parent: NodePath): VisitForm {
  const keys = formKeys(form);
  const key = freeKey('groupe', keys);
  const group: VisitFormGroup = {
    key,
    label: '',
    kind: 'radio',
    choices: [{ key: freeKey('reponse', keys), label: '' }],
  };
  return withSiblings(form, parent, (groups) => [...groups, group]);
}

export function addChoice(form: VisitForm, group: NodePath): VisitForm {
  const choice: VisitFormChoice = { key: freeKey('reponse', formKeys(form)), label: '' };
  return withSiblings(form, group, (choices) => [...choices, choice]);
}

/**
 * Names a group or a choice. Its key follows the label until it has been saved once.
 * @param saved keys that devices may have answers of
 */
export function renameNode(
  form: VisitForm,
  path: NodePath,
  label: string,
  saved: ReadonlySet<string>,
): VisitForm {
  const others = formKeys(form);
  return withNode(form, path, (node) => {
    if (saved.has(node.key)) return { ...node, label };
    others.delete(node.key);
    return { ...node, label, key: freeKey(keyOf(label), new Set([...others, ...saved])) };
  });
}

export function setKind(form: VisitForm, path: NodePath, kind: VisitFormGroup['kind']): VisitForm {
  return withNode(form, path, (node) => ('choices' in node ? { ...node, kind } : node));
}

export function removeNode(form: VisitForm, path: NodePath): VisitForm {
  const index = path.at(-1);
  return withSiblings(form, path.slice(0, -1), (nodes) => nodes.filter((_, at) => at !== index));
}

/** Moves a group or a choice among its siblings; at the end of the row it stays where it is. */
export function moveNode(form: VisitForm, path: NodePath, by: 1 | -1): VisitForm {
  return withSiblings(form, path.slice(0, -1), (nodes) => moved(nodes, path.at(-1) ?? 0, by));
}

/** A list with one thing moved by one place. */
export function moved<Item>(items: readonly Item[], index: number, by: 1 | -1): readonly Item[] {
  const item = items[index];
  const other = items[index + by];
  if (item === undefined || other === undefined) return items;
  return items.map((one, at) => (at === index ? other : at === index + by ? item : one));
}

/** A key for a label: `Pneus GC & PL` → `pneus-gc-pl`. */
export function keyOf(label: string, length = 40): string {
  const bare = label
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return (bare === '' ? 'reponse' : bare).slice(0, length).replace(/-$/, '');
}

/** The key itself when nobody has it, else with a number. */
export function freeKey(key: string, taken: ReadonlySet<string>, length = 40): string {
  if (!taken.has(key)) return key;
  for (let number = 2; ; number += 1) {
    const suffix = `-${String(number)}`;
    const numbered = key.slice(0, length - suffix.length) + suffix;
    if (!taken.has(numbered)) return numbered;
  }
}

function childrenOf(node: Node): readonly Node[] {
  return 'choices' in node ? node.choices : (node.groups ?? []);
}

function withChildren(node: Node, children: readonly Node[]): Node {
  if ('choices' in node) return { ...node, choices: children };
  const { groups: _, ...choice } = node;
  // A choice that opens nothing has no list: two forms that are alike are written alike.
  return children.length === 0 ? choice : { ...choice, groups: children as readonly VisitFormGroup[] };
}

/** The form with the nodes right under a path replaced; under the empty path stand the groups of the top. */
function withSiblings(
  form: VisitForm,
  parent: NodePath,
  change: (nodes: readonly Node[]) => readonly Node[],
): VisitForm {
  if (parent.length === 0) return { groups: change(form.groups) as readonly VisitFormGroup[] };
  return withNode(form, parent, (node) => withChildren(node, change(childrenOf(node))));
}

function withNode(form: VisitForm, path: NodePath, change: (node: Node) => Node): VisitForm {
  const walk = (nodes: readonly Node[], [index, ...rest]: NodePath): readonly Node[] =>
    nodes.map((node, at) => {
      if (at !== index) return node;
      return rest.length === 0 ? change(node) : withChildren(node, walk(childrenOf(node), rest));
    });
  return { groups: walk(form.groups, path) as readonly VisitFormGroup[] };
}

/** The path that the hub names in a fault, e.g. `groups.0.choices.2.label`: positions only. */
export function pathInFault(field: string | null): NodePath {
  return (field ?? '')
    .split('.')
    .filter((part) => /^\d+$/.test(part))
    .map(Number);
}
