/** What a file must be refused, and what it must be allowed: a fence that let nothing through would be noticed too. */
export interface Fence {
  fact: string;
  from: string;
  refused: readonly string[];
  passed: readonly string[];
}

export const DOMAINS = 'client/src/app/domains';
