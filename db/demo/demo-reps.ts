import { FIRST_NAMES, LAST_NAMES } from './vocabulary.ts';

export interface DemoRep {
  readonly userWindows: string;
  /** `c_user`, and `c_rep` too: in the customer's base they are the same. */
  readonly code: string;
  readonly nom: string;
  readonly mail: string;
}

/** The first `count` reps, at most 480 of them; the first one is Isabelle Garnier (`igarnier`, GA00). */
export function demoReps(count: number): DemoRep[] {
  return Array.from({ length: count }, (_, index) => {
    const first = FIRST_NAMES[index % FIRST_NAMES.length] ?? '';
    const last = LAST_NAMES[(index + Math.floor(index / FIRST_NAMES.length)) % LAST_NAMES.length] ?? '';
    const plainLast = plain(last);
    // Each round through the first names shifts the last names: the pair does not come twice.
    const name = `${plain(first).slice(0, 1)}${plainLast}`.toLowerCase();
    const round = Math.floor(index / FIRST_NAMES.length);
    return {
      userWindows: round === 0 ? name : `${name}${String(round)}`,
      code: `${plainLast.slice(0, 2)}${String(index % 100).padStart(2, '0')}`,
      nom: `${first} ${last.charAt(0)}${last.slice(1).toLowerCase()}`,
      mail: `${name}@pneus.example`,
    };
  });
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/œ/gi, 'oe')
    .replace(/[^a-z]/gi, '')
    .toUpperCase();
}
