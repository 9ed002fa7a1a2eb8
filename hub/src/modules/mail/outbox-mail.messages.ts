export const outboxMailMessages = {
  notRetried:
    'Ce mail n’est ni refusé ni incertain, ou il n’a pas de destinataire : il ne peut pas être renvoyé.',
} as const;
