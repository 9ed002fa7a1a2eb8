export const pullMessages = {
  badLimit: (max: number) => `Le nombre de documents demandés doit être compris entre 1 et ${String(max)}.`,
  badCheckpoint: 'Le point de reprise de la synchronisation est illisible.',
} as const;
