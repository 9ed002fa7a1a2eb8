import UFuzzy from '@leeoniya/ufuzzy';
import type { TypoSearch } from './directory-search.ts';

/** Letters left out: each may be missing between two that were typed. */
const LEFT_OUT = new UFuzzy({ intraMode: 0, intraIns: 1, interIns: Infinity });
/** One letter wrong, doubled, left out or swapped with the next, in each word. */
const ONE_WRONG = new UFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });

/** What is found in place of a mistyped query. Loaded with the search window. */
export const findTypos: TypoSearch = (texts, query) => {
  const list = texts as string[];
  for (const fuzzy of [LEFT_OUT, ONE_WRONG]) {
    const places = fuzzy.filter(list, query);
    if (places === null || places.length === 0) continue;
    // Ranking a thousand hits would cost more than a frame, and nobody reads them.
    if (places.length > RANKED_MAX) return places;
    const info = fuzzy.info(places, list, query);
    return fuzzy.sort(info, list, query).map((order) => info.idx[order] ?? 0);
  }
  return [];
};

const RANKED_MAX = 1000;
