export const quarantineMessages = {
  tooManyRows: (max: number) => `Pas plus de ${String(max)} saisies par envoi.`,
} as const;
