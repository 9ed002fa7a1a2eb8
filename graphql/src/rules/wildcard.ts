/** A run of a pattern between two `*`. */
interface Piece {
  /** With `?` for one character. */
  text: string;
  /** What stands before its first `?`: found by the engine's own fast search. */
  literal: string;
}

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/**
 * A test for texts that hold a pattern from the start of a word on; `*` is any run of characters, blanks included, and
 * `?` one. Written out instead of a regular expression, whose time grows with the power of the number of `*`: one
 * query like `a*a*a*a*z` would freeze the list under the hand.
 */
export function wildcardTest(pattern: string): (text: string) => boolean {
  const [head = '', ...tail] = pattern.split(/\*+/);
  const first = piece(head);
  const others = tail.filter((run) => run !== '').map(piece);
  return (text) => {
    const end = head === '' ? 0 : endOf(first, text, 0, isWordStart);
    // The first place of each piece leaves most room for the next ones: when they fail there, they fail everywhere.
    return end !== -1 && others.reduce((at, next) => (at === -1 ? -1 : endOf(next, text, at)), end) !== -1;
  };
}

function piece(text: string): Piece {
  return { text, literal: text.split('?', 1)[0] ?? '' };
}

/** Where the first match of a piece from a place on ends, or -1. */
function endOf(
  { text, literal }: Piece,
  within: string,
  from: number,
  mayStart = (_: string, _at: number) => true,
): number {
  for (let at = within.indexOf(literal, from); at !== -1 && at <= within.length - text.length;) {
    if (mayStart(within, at) && matchesAt(text, within, at, literal.length)) return at + text.length;
    at = within.indexOf(literal, at + 1);
  }
  return -1;
}

function matchesAt(piece: string, within: string, at: number, from: number): boolean {
  for (let next = from; next < piece.length; next += 1) {
    if (piece[next] !== '?' && piece[next] !== within[at + next]) return false;
  }
  return true;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !WORD_CHARACTER.test(text.charAt(at - 1));
}
