import { anOperation } from '../../../local-db/testing/documents.ts';
import { operationFile } from './operation-export.ts';

const NOW = new Date('2026-11-24T10:00:00Z');

describe('operationFile', () => {
  it('holds all that was said, under the name of the operation', () => {
    const { name, text } = operationFile([anOperation()], NOW);
    expect(name).toBe('tournee-VC_GA00_20261124T101500123_7f3a9c2k.json');
    const { deleted: _, ...kept } = anOperation();
    expect(JSON.parse(text)).toEqual({ exporteLe: NOW.toISOString(), saisies: [kept] });
  });

  it('says in its name how many there are', () => {
    const several = [anOperation(), anOperation({ id: 'VC_GA00_20261124T101500124_7f3a9c2l' })];
    expect(operationFile(several, NOW).name).toBe(
      'tournee-VC_GA00_20261124T101500123_7f3a9c2k-et-1-autres.json',
    );
  });
});
