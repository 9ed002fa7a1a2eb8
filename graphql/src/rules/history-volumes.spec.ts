import type { ClientRelation } from '../generated/schema.ts';
import { historyVolumeId, historyVolumes, joinVolumes, readHistoryVolumeId } from './history-volumes.ts';

describe('historyVolumes', () => {
  it.each([
    [0, 1],
    [1, 1],
    [50, 1],
    [51, 2],
    [501, 11],
  ])('makes of %i rows %i', (rows, volumes) => {
    expect(historyVolumes(rows)).toBe(volumes);
  });
});

describe('historyVolumeId', () => {
  it.each([
    ['000100', 0, '000100'],
    ['000100', 12, '000100~12'],
    ['A~1', 0, 'A~~1'],
    ['A~', 1, 'A~~~1'],
    ['A~~1', 0, 'A~~~~1'],
  ])('of %s, %i is %s, and is read back', (cClient, volume, id) => {
    expect(historyVolumeId(cClient, volume)).toBe(id);
    expect(readHistoryVolumeId(id)).toEqual({ cClient, volume });
  });
});

describe('joinVolumes', () => {
  const relation = (num: number, date: string): ClientRelation => ({
    num,
    origine: 'CRV',
    date,
    heure: null,
    cUser: null,
    auteur: null,
    objet: '',
    commentaire: null,
    operation: null,
    answers: null,
  });

  it('puts what was noted late in its place, and shows no relation twice', () => {
    const volumes = [
      { relations: [relation(2, '2026-02-02'), relation(1, '2026-01-01')] },
      { relations: [relation(4, '2026-04-04'), relation(3, '2026-01-15'), relation(2, '2026-02-02')] },
    ];
    expect(joinVolumes(volumes).map(({ num }) => num)).toEqual([4, 2, 3, 1]);
  });
});
