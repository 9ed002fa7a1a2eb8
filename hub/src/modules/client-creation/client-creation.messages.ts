export const clientCreationMessages = {
  deleted: 'Ce prospect a été supprimé : il ne peut plus devenir client.',
  pending: 'Une demande de création de client est déjà en attente pour ce prospect.',
} as const;
