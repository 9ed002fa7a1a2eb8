import type { DirectoryEntry } from '../directory/directory-entry.ts';

/** An entry of the directory, with what a test cares for. */
export function anEntry(change: Partial<DirectoryEntry> = {}): DirectoryEntry {
  return {
    id: '000100',
    nomClient: 'EARL DU MARAIS',
    villeFac: null,
    cAgence: null,
    tel1: null,
    tel2: null,
    cAttention: null,
    contactDivers2: null,
    lastVisit: null,
    followUp: null,
    ...change,
  };
}
