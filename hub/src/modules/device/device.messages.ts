export const deviceMessages = {
  year: 'L’année de la plus ancienne saisie n’est pas plausible. Vérifiez l’horloge de l’appareil.',
  count: 'Un nombre entier, positif ou nul, est attendu.',
} as const;
