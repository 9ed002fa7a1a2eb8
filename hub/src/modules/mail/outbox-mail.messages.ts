export const outboxMailMessages = {
  notRetried: 'Ce mail n’est ni refusé ni incertain : il ne peut pas être renvoyé.',
  noRecipient:
    'Aucune adresse n’est réglée pour ce mail : renseignez-la dans « Réglages », puis renvoyez-le.',
} as const;
