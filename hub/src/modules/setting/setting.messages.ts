export const settingMessages = {
  unknown: (name: string) => `Le paramètre « ${name} » n’existe pas.`,
  nothing: 'Aucun paramètre à enregistrer.',
  twice: (name: string) => `Le paramètre « ${name} » est donné deux fois.`,
} as const;
