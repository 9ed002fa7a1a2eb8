import fc from 'fast-check';
import { ANY_EDGES, type Edge, NUMBER_EDGES, TEXT_EDGES } from './edge-values.ts';

/** One thing that is made wrong in a right request: which of its places, counted, and what is put there. */
export interface Spoil {
  readonly place: number;
  readonly how: 'value' | 'text' | 'number' | 'remove' | 'add' | 'twice';
  readonly edge: number;
}

export const spoils: fc.Arbitrary<readonly Spoil[]> = fc.array(
  fc.record({
    place: fc.nat(200),
    how: fc.constantFrom('value', 'text', 'number', 'remove', 'add', 'twice'),
    edge: fc.nat(ANY_EDGES.length - 1),
  }),
  { minLength: 1, maxLength: 3 },
);

const POOLS = { value: ANY_EDGES, text: TEXT_EDGES, number: NUMBER_EDGES, add: ANY_EDGES } as const;
type Place = readonly (string | number)[];

/** JSON text of a value that was made wrong in some places. `fixed`: paths that stay, as `a.0.b`. */
export function spoil(value: unknown, wrongs: readonly Spoil[], fixed: readonly string[] = []): string {
  const marks = new Map<string, string>();
  const copy = { root: structuredClone(value) };
  for (const wrong of wrongs) apply(copy, wrong, { marks, fixed });
  let json = JSON.stringify(copy.root);
  for (const [mark, text] of marks) json = json.replaceAll(JSON.stringify(mark), () => text);
  return json;
}

interface Spoiling {
  readonly marks: Map<string, string>;
  readonly fixed: readonly string[];
}

function apply(copy: { root: unknown }, { place, how, edge }: Spoil, { marks, fixed }: Spoiling): void {
  const places = placesOf(copy.root).filter((one) => !fixed.includes(one.join('.')));
  const path = places[place % Math.max(places.length, 1)];
  const last = path?.at(-1);
  if (path === undefined || last === undefined) return;
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as never)[key], copy.root);
  const holder = parent as Record<string | number, unknown>;
  if (how === 'remove') {
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else Reflect.deleteProperty(holder, last);
  } else if (how === 'twice') {
    if (Array.isArray(parent)) parent.push(structuredClone(holder[last]));
    else holder[last] = [holder[last], holder[last]];
  } else {
    const pool: readonly Edge[] = POOLS[how];
    const mark = `\u0001edge ${String(marks.size)}\u0001`;
    marks.set(mark, pool[edge % pool.length]?.json ?? 'null');
    if (how === 'add' && !Array.isArray(parent)) holder[`${String(last)}X`] = mark;
    else holder[last] = mark;
  }
}

function placesOf(value: unknown, path: Place = []): Place[] {
  const own: Place[] = path.length > 0 ? [path] : [];
  if (value === null || typeof value !== 'object') return own;
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, inner]) =>
      placesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}
