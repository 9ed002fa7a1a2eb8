/** Values of a request that do not fit their type. */
export const scalarMessages = {
  instant: 'Une date et une heure en UTC sont attendues, par exemple 2026-11-24T10:15:00.123Z.',
  tooLarge: 'Un nombre est trop grand : rien n’a été enregistré.',
  badKey: 'Une valeur porte un nom qui n’est pas permis : rien n’a été enregistré.',
  tooDeep: 'Cette valeur est trop imbriquée : rien n’a été enregistré.',
} as const;
