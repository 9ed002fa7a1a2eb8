export const deviceMessages = {
  count: 'Un nombre entier, positif ou nul, est attendu.',
} as const;
